namespace Omr.Service.Intake;

/// <summary>
/// How long the oldest file has waited for being read, by the clock that nobody can set: it is noted when which number was the
/// newest. Counts from the start of the service.
/// </summary>
internal sealed class WaitingTime(TimeProvider time)
{
    private readonly Lock _turn = new();
    private readonly Queue<(long Id, long Since)> _seen = new();
    private long _newest;

    /// <summary>How long the oldest waits.</summary>
    /// <param name="oldest">Number of the oldest file that waits.</param>
    /// <param name="newest">Number of the newest.</param>
    public TimeSpan Of(long oldest, long newest)
    {
        lock (_turn)
        {
            if (newest > _newest)
                _seen.Enqueue((_newest = newest, time.GetTimestamp()));
            while (_seen.TryPeek(out var gone) && gone.Id < oldest)
                _seen.Dequeue();
            return _seen.TryPeek(out var first) ? time.GetElapsedTime(first.Since) : TimeSpan.Zero;
        }
    }
}
