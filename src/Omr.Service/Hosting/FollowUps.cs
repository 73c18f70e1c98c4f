using System.Collections.Immutable;

namespace Omr.Service.Hosting;

/// <summary>
/// What must have been done before something counts as done. Those who only like to know listen to the
/// <see cref="EventHub"/>; here all are waited for.
/// </summary>
internal sealed class FollowUps
{
    private ImmutableArray<Func<CancellationToken, Task>> _all = [];

    /// <summary>Adds one.</summary>
    public void Add(Func<CancellationToken, Task> followUp) => ImmutableInterlocked.Update(ref _all, all => all.Add(followUp));

    /// <summary>Does all of them, and ends when the last has ended. What they follow has happened, so nobody can give up on them.</summary>
    public Task RunAsync() => Task.WhenAll(_all.Select(f => f(CancellationToken.None)));
}
