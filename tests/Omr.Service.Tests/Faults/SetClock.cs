namespace Omr.Service.Tests.Faults;

/// <summary>A clock on the wall that somebody sets; what only counts goes on counting.</summary>
internal sealed class SetClock : TimeProvider
{
    private long _shift;

    public TimeSpan Shift
    {
        get => new(Interlocked.Read(ref _shift));
        set => Interlocked.Exchange(ref _shift, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
