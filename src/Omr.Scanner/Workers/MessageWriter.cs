using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Omr.Scanner.Workers;

/// <summary>Puts a message together in a buffer that is kept.</summary>
internal sealed class MessageWriter
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderBytes = 5;

    private byte[] _buffer = new byte[1 << 14];
    private int _length;

    /// <summary>Begins a message anew.</summary>
    public MessageWriter Begin(MessageKind kind)
    {
        _buffer[HeaderBytes - 1] = (byte)kind;
        _length = HeaderBytes;
        return this;
    }

    /// <summary>The message as it is sent.</summary>
    /// <param name="more">Bytes of the payload that are sent after it.</param>
    public ReadOnlyMemory<byte> Finish(int more = 0)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer, _length - HeaderBytes + more);
        return _buffer.AsMemory(0, _length);
    }

    public void Write(byte value) => Room(1)[0] = value;

    public void Write(bool value) => Write(value ? (byte)1 : (byte)0);

    public void Write(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), value);

    public void Write(float value) => BinaryPrimitives.WriteSingleLittleEndian(Room(sizeof(float)), value);

    public void Write(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);

    public void Write(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        Write(bytes);
        Encoding.UTF8.GetBytes(value, Room(bytes));
    }

    // Both ends are one program on one machine, so its own byte order serves.
    public void Write(ReadOnlySpan<float> values)
    {
        Write(values.Length);
        var bytes = MemoryMarshal.AsBytes(values);
        bytes.CopyTo(Room(bytes.Length));
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _length < bytes)
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + bytes));
        var room = _buffer.AsSpan(_length, bytes);
        _length += bytes;
        return room;
    }
}
