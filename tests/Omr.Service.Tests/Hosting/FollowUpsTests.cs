using Omr.Service.Hosting;

namespace Omr.Service.Tests.Hosting;

public class FollowUpsTests
{
    [Fact]
    public async Task Who_tells_of_something_waits_for_all_that_follow_not_only_for_the_last()
    {
        var (first, last) = (new TaskCompletionSource(), new TaskCompletionSource());
        var followUps = new FollowUps();
        followUps.Add(_ => first.Task);
        followUps.Add(_ => last.Task);
        var told = followUps.RunAsync();
        last.SetResult();
        Assert.False(told.IsCompleted);
        first.SetResult();
        await told.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task One_that_fails_keeps_the_others_from_nothing_and_is_told()
    {
        var isDone = false;
        var followUps = new FollowUps();
        followUps.Add(_ => Task.FromException(new InvalidOperationException("first")));
        followUps.Add(_ => Task.FromResult(isDone = true));
        Assert.Equal("first", (await Assert.ThrowsAsync<InvalidOperationException>(followUps.RunAsync)).Message);
        Assert.True(isDone);
    }
}
