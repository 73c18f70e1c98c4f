using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Omr.Forms.Cairo;

/// <summary>Lets cairo write into a stream.</summary>
internal sealed unsafe class StreamSink : IDisposable
{
    private const int WriteError = 11;

    private readonly Stream _stream;
    private GCHandle _self;
    private ExceptionDispatchInfo? _failure;

    public StreamSink(Stream stream)
    {
        _stream = stream;
        _self = GCHandle.Alloc(this);
    }

    /// <summary>What cairo is given to call.</summary>
    public static delegate* unmanaged[Cdecl]<nint, byte*, uint, int> Writer => &Write;

    /// <summary>What cairo must hand to it.</summary>
    public nint Closure => GCHandle.ToIntPtr(_self);

    /// <summary>Throws what the stream threw.</summary>
    public void Check() => _failure?.Throw();

    public void Dispose()
    {
        if (_self.IsAllocated)
            _self.Free();
    }

    // Exceptions must not cross native frames: the first is kept and thrown when cairo returns.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint closure, byte* data, uint length)
    {
        var sink = (StreamSink)GCHandle.FromIntPtr(closure).Target!;
        if (sink._failure is not null)
            return WriteError;
        try
        {
            sink._stream.Write(new ReadOnlySpan<byte>(data, checked((int)length)));
            return 0;
        }
#pragma warning disable CA1031 // Whatever the stream throws belongs to the caller of Check.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            sink._failure = ExceptionDispatchInfo.Capture(failure);
            return WriteError;
        }
    }
}
