namespace Omr.Scanner.Tests.Workers;

/// <summary>A clock on which ten seconds pass in one, for so many timers; the others keep real time.</summary>
internal sealed class HastyTime : TimeProvider
{
    /// <summary>A silence.</summary>
    public const int Wait = 1;

    private int _timers;

    /// <summary>How many of the timers made next are hasty.</summary>
    public int Timers
    {
        set => _timers = value;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Interlocked.Decrement(ref _timers) >= 0
            ? System.CreateTimer(callback, state, dueTime / 10, period > TimeSpan.Zero ? period / 10 : period)
            : System.CreateTimer(callback, state, dueTime, period);
}
