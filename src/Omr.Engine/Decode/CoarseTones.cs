using System.Numerics;
using Omr.Engine.Imaging;

namespace Omr.Engine.Decode;

/// <summary>
/// Gives a picture of few grey levels, as scanners with a mode of 16 greys make, the levels in between: each pixel becomes the mean of
/// itself and its neighbours, weighted 1, 2, 1 along rows and columns. Where paper lies between two levels, its tone is told only
/// by how many pixels have the one and how many the other; the tones of single pixels, which the stages after this one rank, jump
/// by a whole level from bubble to bubble. A black-and-white picture stays as it is.
/// </summary>
internal sealed class CoarseTones
{
    // Grey levels up to which a picture is coarse: scanners have modes of 4, 16 and 256, and of 557 simulated scans of 256 none had
    // fewer than 116 on the grid below.
    private const int MostLevels = 32;

    // Rows and columns between the pixels whose level is noted, some 23,000 of a page at 200 dpi.
    private const int Step = 13;

    private byte[] _row = [];
    private byte[] _above = [];
    private byte[] _here = [];
    private byte[] _below = [];

    /// <summary>Softens the page if it is coarse.</summary>
    public void Soften(GrayImage page)
    {
        if (Levels(page) is <= 2 or > MostLevels)
            return;
        var length = page.Stride + Vector<byte>.Count + 2;
        if (_row.Length < length)
            (_row, _above, _here, _below) = (new byte[length], new byte[length], new byte[length], new byte[length]);
        SoftenAcross(page.Row(0), _here);
        _here.CopyTo(_above, 0);
        for (var y = 0; y < page.Height; y++)
        {
            SoftenAcross(page.Row(Math.Min(y + 1, page.Height - 1)), _below);
            SoftenDown(page.Row(y));
            (_above, _here, _below) = (_here, _below, _above);
        }
    }

    private static int Levels(GrayImage page)
    {
        Span<bool> seen = stackalloc bool[256];
        seen.Clear();
        for (var y = Step / 2; y < page.Height; y += Step)
        {
            var row = page.Row(y);
            for (var x = Step / 2; x < row.Length; x += Step)
                seen[row[x]] = true;
        }

        return seen.Count(true);
    }

    // The first and last pixel have themselves for a neighbour.
    private void SoftenAcross(ReadOnlySpan<byte> pixels, byte[] softened)
    {
        pixels.CopyTo(_row.AsSpan(1));
        (_row[0], _row[pixels.Length + 1]) = (pixels[0], pixels[^1]);
        for (var x = 0; x < pixels.Length; x += Vector<byte>.Count)
            Mean(new(_row, x), new(_row, x + 1), new(_row, x + 2)).CopyTo(softened, x);
    }

    // The row above isn't needed after it.
    private void SoftenDown(Span<byte> softened)
    {
        for (var x = 0; x < softened.Length; x += Vector<byte>.Count)
            Mean(new(_above, x), new(_here, x), new(_below, x)).CopyTo(_above, x);
        _above.AsSpan(0, softened.Length).CopyTo(softened);
    }

    private static Vector<byte> Mean(Vector<byte> before, Vector<byte> here, Vector<byte> after) => Mean(Mean(before, after), here);

    // Rounded down, for all alike.
    private static Vector<byte> Mean(Vector<byte> a, Vector<byte> b) => (a & b) + ((a ^ b) >>> 1);
}
