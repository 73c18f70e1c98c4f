using Omr.Scanner.Intake;

namespace Omr.Scanner.Tests.Intake;

/// <summary>A ledger that forgets nothing as long as the test runs, and may be told to fail.</summary>
internal sealed class BookInMemory : ISheetLedger
{
    private readonly List<string> _files = [];
    private readonly HashSet<(string, string, DateTime)> _noted = [];

    public List<Arrival> Arrivals { get; } = [];

    /// <summary>Called before anything is noted.</summary>
    public Action BeforeReceiving { get; set; } = () => { };

    public Task<IReadOnlyList<bool>> ReceiveAsync(IReadOnlyList<Arrival> arrivals, CancellationToken stop)
    {
        BeforeReceiving();
        var isNew = arrivals.Select(a =>
        {
            if (_noted.Add((a.Sha256, a.Name, a.Modified)))
                Arrivals.Add(a);
            if (_files.Contains(a.Sha256))
                return false;
            _files.Add(a.Sha256);
            return true;
        }).ToList();
        return Task.FromResult<IReadOnlyList<bool>>(isNew);
    }

    public Task<IReadOnlyList<Arrival>> ArrivedAsync(string drop, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Arrival>>([.. Arrivals.Where(a => a.Drop == drop)]);

    public Task<IReadOnlyList<WaitingFile>> WaitingAsync(long after, int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<WaitingFile>>([]);

    public Task CompleteAsync(IReadOnlyList<(WaitingFile File, FileReading Reading)> readings, CancellationToken stop) => Task.CompletedTask;
}
