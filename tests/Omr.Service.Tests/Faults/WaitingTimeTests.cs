using Omr.Service.Intake;

namespace Omr.Service.Tests.Faults;

public class WaitingTimeTests
{
    private readonly Counting _time = new();

    [Fact]
    public void The_oldest_waits_since_it_was_first_seen_and_not_since_others_were()
    {
        var waiting = new WaitingTime(_time);
        Assert.Equal(TimeSpan.Zero, waiting.Of(1, 3));
        _time.Now = 10;
        Assert.Equal(TimeSpan.FromSeconds(10), waiting.Of(2, 5));
        _time.Now = 25;
        Assert.Equal(TimeSpan.FromSeconds(15), waiting.Of(4, 5));
        Assert.Equal(TimeSpan.Zero, waiting.Of(long.MaxValue, 5));
        _time.Now = 30;
        Assert.Equal(TimeSpan.Zero, waiting.Of(6, 6));
    }

    private sealed class Counting : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Now;
    }
}
