using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Omr.Service.Storage;

namespace Omr.Service.Rosters;

/// <summary>Which room each participant number belongs to now. Reads on in the imports' rows where it left off.</summary>
internal sealed class ParticipantRooms(Store store) : IDisposable
{
    private readonly ConcurrentDictionary<string, RoomId> _rooms = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _last;

    /// <summary>Tells the room of a number as of now; null for a number that nobody has.</summary>
    public async Task<Func<string, RoomId?>> NowAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            var rows = await store.ReadAsync(
                db => db.Participants.Where(p => p.Id > _last).OrderBy(p => p.Id)
                    .Select(p => new { p.Id, p.Number, p.Kab, p.Lokasi, p.Ruang, p.IsRemoved }).ToListAsync(stop),
                stop);
            foreach (var row in rows)
            {
                if (row.IsRemoved)
                    _rooms.TryRemove(row.Number, out _);
                else
                    _rooms[row.Number] = new(row.Kab, row.Lokasi, row.Ruang);
                _last = row.Id;
            }
        }
        finally
        {
            _turn.Release();
        }

        return number => _rooms.GetValueOrDefault(number);
    }

    public void Dispose() => _turn.Dispose();
}
