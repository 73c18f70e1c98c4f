using System.Buffers.Binary;

namespace Omr.Scanner.Tests.Fuzz;

/// <summary>
/// Damages files at random, the same way for the same seed: flips bits, writes numbers that programs trip over, cuts,
/// doubles and swaps pieces, puts pieces of other files in, and lies in the fields that tell lengths and sizes.
/// </summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, int seed)
{
    private static readonly uint[] Interesting =
        [0, 1, 2, 7, 8, 9, 127, 128, 255, 256, 257, 1000, 32767, 32768, 65535, 65536, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFFE];

    private readonly Random _chance = new(seed);

    /// <summary>The next damaged file, and of which seed it was made.</summary>
    public (int Seed, byte[] File) Next()
    {
        var from = _chance.Next(seeds.Count);
        var file = seeds[from];
        var fields = SizeFields.Of(file);
        for (var changes = 1 + (int)Math.Abs(_chance.NextDouble() * _chance.NextDouble() * 6); changes > 0; changes--)
            file = Change((byte[])file.Clone(), fields);
        return (from, file);
    }

    private byte[] Change(byte[] file, IReadOnlyList<(int At, int Bytes)> fields)
    {
        if (file.Length < 16)
            return file;
        switch (_chance.Next(10))
        {
            case 0 or 1:
                for (var flips = 1 << _chance.Next(6); flips > 0; flips--)
                    file[Place(file)] ^= (byte)(1 << _chance.Next(8));
                return file;
            case 2:
                Write(file, Place(file), 1 << _chance.Next(3));
                return file;
            case 3:
                return file[..Place(file)];
            case 4:
                return Splice(file, Place(file), 0, Piece(file));
            case 5:
                return Splice(file, Place(file), _chance.Next(1, 4096), []);
            case 6:
                return Splice(file, Place(file), _chance.Next(1024), Piece(seeds[_chance.Next(seeds.Count)]));
            case 7:
                _chance.NextBytes(file.AsSpan(Place(file)) is var rest ? rest[..Math.Min(rest.Length, _chance.Next(1, 64))] : default);
                return file;
            default:
                if (fields.Count == 0)
                    return file;
                var (at, bytes) = fields[_chance.Next(fields.Count)];
                Write(file, at, bytes);
                return file;
        }
    }

    // Half of all damage goes to the first 600 bytes, where headers are.
    private int Place(byte[] file) => _chance.Next(_chance.Next(2) == 0 ? Math.Min(600, file.Length) : file.Length);

    private byte[] Piece(byte[] file)
    {
        var at = Place(file);
        return file[at..Math.Min(file.Length, at + _chance.Next(1, 2048))];
    }

    private static byte[] Splice(byte[] file, int at, int remove, byte[] put) =>
        [.. file.AsSpan(0, at), .. put, .. file.AsSpan(Math.Min(file.Length, at + remove))];

    private void Write(byte[] file, int at, int bytes)
    {
        if (at + bytes > file.Length)
            return;
        var value = _chance.Next(4) == 0 ? (uint)_chance.NextInt64(uint.MaxValue) : Interesting[_chance.Next(Interesting.Length)];
        var isBigEndian = _chance.Next(2) == 0;
        Span<byte> number = stackalloc byte[sizeof(uint)];
        if (isBigEndian) BinaryPrimitives.WriteUInt32BigEndian(number, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(number, value);
        (isBigEndian ? number[^bytes..] : number[..bytes]).CopyTo(file.AsSpan(at));
    }
}
