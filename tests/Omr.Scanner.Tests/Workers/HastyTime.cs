namespace Omr.Scanner.Tests.Workers;

/// <summary>A clock on which ten seconds pass in one, for so many timers; the others keep real time.</summary>
internal sealed class HastyTime : TimeProvider
{
    /// <summary>A silence and its half.</summary>
    public const int Wait = 2;

    private int _timers;

    /// <summary>How many of the timers made next are hasty.</summary>
    public int Timers
    {
        set => _timers = value;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Interlocked.Decrement(ref _timers) >= 0 ? dueTime / 10 : dueTime, period);
}
