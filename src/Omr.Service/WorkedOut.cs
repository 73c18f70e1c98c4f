using System.Collections.Concurrent;

namespace Omr.Service;

/// <summary>
/// Things that take a while to work out and never change after: each is worked out once, however many ask, and goes on when
/// those who asked have left.
/// </summary>
/// <typeparam name="TKey">What is asked for.</typeparam>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="work">Works an answer out.</param>
/// <param name="lasts">Whether it is kept: that there is nothing yet may change.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkedOut<TKey, T>(Func<TKey, Task<T>> work, Predicate<T> lasts, TimeProvider time)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<T>>> _known = new();

    /// <summary>The answer, as soon as it is there.</summary>
    public Task<T> OfAsync(TKey key) => _known.GetOrAdd(key, k => new(() => Task.Run(() => WorkAsync(k)))).Value;

    /// <summary>The answer if it comes that soon; otherwise that it isn't done yet.</summary>
    public async Task<(bool IsDone, T? Answer)> WithinAsync(TKey key, TimeSpan patience)
    {
        var answer = OfAsync(key);
        await Task.WhenAny(answer, Task.Delay(patience, time));
        return answer.IsCompleted ? (true, await answer) : (false, default);
    }

    private async Task<T> WorkAsync(TKey key)
    {
        var isKept = false;
        try
        {
            var answer = await work(key);
            isKept = lasts(answer);
            return answer;
        }
        finally
        {
            if (!isKept)
                _known.TryRemove(key, out _); // whoever asks next tries again
        }
    }
}
