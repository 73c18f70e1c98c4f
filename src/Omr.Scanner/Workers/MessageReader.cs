using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Omr.Scanner.Workers;

/// <summary>
/// Takes a payload apart. A worker that has met a hostile file may send anything, so every length is held against what
/// is left of the payload.
/// </summary>
/// <exception cref="InvalidDataException">From every method: the payload isn't what it should be.</exception>
internal ref struct MessageReader(ReadOnlySpan<byte> payload)
{
    // Most values are one letter or digit: those are not made anew for each bubble row.
    private static readonly string[] OneLetter = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private ReadOnlySpan<byte> _rest = payload;

    /// <summary>What has not been taken yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() switch { 0 => false, 1 => true, var other => throw new InvalidDataException($"flag={other}") };

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public string Text()
    {
        var bytes = Take(Int());
        return bytes is [< 128] ? OneLetter[bytes[0]] : Encoding.UTF8.GetString(bytes);
    }

    public float[] Singles() => MemoryMarshal.Cast<byte, float>(Take(Count(sizeof(float)) * sizeof(float))).ToArray();

    /// <summary>How many things follow, of at least so many bytes each.</summary>
    public int Count(int leastBytes)
    {
        var count = Int();
        return count >= 0 && count <= _rest.Length / leastBytes ? count : throw new InvalidDataException($"count={count}");
    }

    /// <summary>A value of an enumeration, which must be one of its names.</summary>
    public T Name<T>()
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), Byte());
        return Enum.IsDefined(value) ? value : throw new InvalidDataException($"{typeof(T).Name}={value}");
    }

    /// <summary>Says that the payload must end here.</summary>
    public readonly void End()
    {
        if (!_rest.IsEmpty) throw new InvalidDataException($"bytes_left={_rest.Length}");
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes < 0 || bytes > _rest.Length) throw new InvalidDataException($"bytes={bytes} left={_rest.Length}");
        var taken = _rest[..bytes];
        _rest = _rest[bytes..];
        return taken;
    }
}
