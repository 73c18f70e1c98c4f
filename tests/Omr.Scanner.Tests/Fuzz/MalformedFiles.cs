using System.Security.Cryptography;

namespace Omr.Scanner.Tests.Fuzz;

/// <summary>
/// What a drop folder may get from broken programs and ill-willed people, the same for the same seed: damaged files of every
/// format, files cut at any place, empty ones, zeros and noise, bombs, PDFs with damage, names that lie about the format.
/// </summary>
internal sealed class MalformedFiles
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".tif", ".TIFF", ".pdf", ".bmp", ".pbm", "", ".gif", ".jpg.exe"];

    private readonly HashSet<string> _made = [];
    private readonly byte[][] _seeds;
    private readonly Mutator _images;
    private readonly Mutator _pdfs;
    private readonly Random _chance;

    /// <param name="seeds">Good files of every format.</param>
    /// <param name="jpeg">One of them, 504 x 713 pixels, for PDFs.</param>
    /// <param name="seed">Decides all that is random.</param>
    public MalformedFiles(IReadOnlyList<byte[]> seeds, byte[] jpeg, int seed)
    {
        (_seeds, _images, _chance) = ([.. seeds], new(seeds, seed), new(seed));
        _pdfs = new(
            [
                new TinyPdf().AddJpeg(jpeg, 504, 713).ToArray(),
                new TinyPdf().AddPage("0 g 100 100 200 200 re f").AddGrey(504, 713, new byte[504 * 713]).ToArray(),
            ],
            seed + 1);
    }

    /// <summary>The file of that number: what was done to it, the name it goes by, its bytes. No two have the same bytes.</summary>
    public (string Kind, string Name, byte[] Bytes) Next(int number)
    {
        var (kind, bytes) = (number % 40) switch
        {
            0 => ("bomb", Bombs.Make(Bombs.Kinds[number / 40 % Bombs.Kinds.Length])),
            1 => ("zeros", new byte[_chance.Next(1, 100_000)]),
            2 => ("noise", Noise()),
            3 or 4 => ("damaged PDF", _pdfs.Next().File),
            < 10 => ("cut", Cut()),
            _ => ("damaged image", _images.Next().File),
        };
        if (!_made.Add(Convert.ToHexString(SHA256.HashData(bytes)))) // programs pad behind a file's end
            bytes = [.. bytes, .. BitConverter.GetBytes(number)];
        return (kind, FormattableString.Invariant($"{number:00000}{Extensions[_chance.Next(Extensions.Length)]}"), bytes);
    }

    private byte[] Cut()
    {
        var file = _seeds[_chance.Next(_seeds.Length)];
        return file[.._chance.Next(1, file.Length)];
    }

    private byte[] Noise()
    {
        var bytes = new byte[_chance.Next(1, 100_000)];
        _chance.NextBytes(bytes);
        return bytes;
    }
}
