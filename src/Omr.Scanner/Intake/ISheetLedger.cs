namespace Omr.Scanner.Intake;

/// <summary>
/// The book of what arrived and what was read. It is the queue: what it says waits is work, whatever else was forgotten
/// in a crash, and each of its calls happens wholly or not at all.
/// </summary>
public interface ISheetLedger
{
    /// <summary>
    /// Notes that files arrived. An arrival that is noted already (same bytes, name and time: it was not moved away before
    /// a crash) changes nothing. Says of each whether its bytes are new, so that there is work.
    /// </summary>
    Task<IReadOnlyList<bool>> ReceiveAsync(IReadOnlyList<Arrival> arrivals, CancellationToken stop);

    /// <summary>All arrivals from a drop folder, in their order.</summary>
    /// <param name="drop">Its full path.</param>
    /// <param name="stop">Gives up.</param>
    Task<IReadOnlyList<Arrival>> ArrivedAsync(string drop, CancellationToken stop);

    /// <summary>The oldest files that wait for being read.</summary>
    /// <param name="after">Only those that arrived after this one; 0 for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Gives up.</param>
    Task<IReadOnlyList<WaitingFile>> WaitingAsync(long after, int most, CancellationToken stop);

    /// <summary>Stores what was read. A file that has its readings already keeps those.</summary>
    Task CompleteAsync(IReadOnlyList<(WaitingFile File, FileReading Reading)> readings, CancellationToken stop);
}
