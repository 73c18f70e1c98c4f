using System.Buffers.Binary;
using System.Diagnostics;

namespace Omr.Scanner.Workers;

/// <summary>
/// The worker's standard input. A thread of its own reads it, because the input's end is how a worker learns that its
/// program is gone, and it must learn that in the middle of a decoder's endless loop too: then it ends itself. The
/// program sends the next request only after the answer, so one buffer serves.
/// </summary>
internal sealed class RequestQueue : IDisposable
{
    private readonly Stream _input;
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly byte[] _header = new byte[MessageWriter.HeaderBytes];
    private byte[] _payload = new byte[1 << 10];
    private Message? _next;
    private volatile bool _isBusy = true;

    public RequestQueue(Stream input)
    {
        _input = input;
        new Thread(Receive) { IsBackground = true, Name = "requests" }.Start();
    }

    /// <summary>Waits for the next request; null when there will be none.</summary>
    public Message? Next()
    {
        _isBusy = false;
        _arrived.Wait();
        return _next;
    }

    /// <inheritdoc/>
    public void Dispose() => _arrived.Dispose();

    private void Receive()
    {
        while (true)
        {
            var message = Read();
            if (message is null && _isBusy) Process.GetCurrentProcess().Kill();
            _isBusy = true;
            _next = message;
            _arrived.Release();
            if (message is null) return;
        }
    }

    private Message? Read()
    {
        if (_input.ReadAtLeast(_header, _header.Length, throwOnEndOfStream: false) < _header.Length) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(_header);
        if (length is < 0 or > ImageReader.MaxBytes + sizeof(int) + (1 << 20)) return null;
        if (_payload.Length < length) _payload = new byte[length];
        var payload = _payload.AsMemory(0, length);
        if (_input.ReadAtLeast(payload.Span, length, throwOnEndOfStream: false) < length) return null;
        return new((MessageKind)_header[^1], payload);
    }
}
