using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Omr.Service.Hosting;

/// <summary>
/// Tells whoever listens what happens. It is a hint to look, not a record: a listener that can't keep up loses the oldest.
/// </summary>
internal sealed class EventHub
{
    private const int Kept = 256;
    private readonly ConcurrentDictionary<Channel<ServiceEvent>, bool> _listeners = new();

    /// <summary>Tells all listeners.</summary>
    public void Publish(ServiceEvent what)
    {
        foreach (var listener in _listeners.Keys)
            listener.Writer.TryWrite(what);
    }

    /// <summary>What happens from now on.</summary>
    public async IAsyncEnumerable<ServiceEvent> ListenAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var mine = Channel.CreateBounded<ServiceEvent>(new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners.TryAdd(mine, true);
        try
        {
            await foreach (var what in mine.Reader.ReadAllAsync(stop))
                yield return what;
        }
        finally
        {
            _listeners.TryRemove(mine, out _);
        }
    }
}
