using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Omr.Simulator.Printing;

namespace Omr.Simulator.Scanning;

/// <summary>Makes a grey picture black and white as scanners do.</summary>
internal static class BlackAndWhite
{
    /// <summary>A picture of 0 and 255 only.</summary>
    /// <param name="picture">Grey picture; its pixels are changed.</param>
    /// <param name="state">The scanner.</param>
    /// <param name="paper">Grey level of bare paper.</param>
    public static GreyPicture From(GreyPicture picture, ScannerState state, byte paper) =>
        state.Bilevel == Bilevel.Diffusion ? Diffuse(picture, paper) : Cut(picture, (byte)(paper * state.Threshold));

    private static GreyPicture Cut(GreyPicture picture, byte threshold)
    {
        var pixels = picture.Pixels.AsSpan();
        var many = MemoryMarshal.Cast<byte, Vector256<byte>>(pixels);
        foreach (ref var pixel in many)
            pixel = Vector256.GreaterThanOrEqual(pixel, Vector256.Create(threshold));
        foreach (ref var pixel in pixels[(many.Length * Vector256<byte>.Count)..])
            pixel = pixel < threshold ? (byte)0 : (byte)255;
        return picture;
    }

    // Floyd and Steinberg's weights: 7/16 to the right, 3, 5 and 1 sixteenths below. Paper is taken for white and
    // print for black first, so that bare paper stays clean and lines solid, as in the real scans of
    // samples/open-mcr-75q.
    private static GreyPicture Diffuse(GreyPicture picture, byte paper)
    {
        var (white, black) = (paper * 0.84f, paper * 0.22f);
        var pixels = picture.Pixels;
        var (here, below) = (new float[picture.Width + 2], new float[picture.Width + 2]);
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var at = (y * picture.Width) + x;
                var wanted = Math.Clamp((picture.Pixels[at] - black) / (white - black), 0, 1);
                var level = wanted + here[x + 1];
                var given = level < 0.5f ? 0f : 1f;
                pixels[at] = (byte)(given * 255);
                // Where the picture is all black or white no error is carried on, else dots would straggle.
                var error = wanted is 0 or 1 ? 0 : level - given;
                here[x + 2] += error * 7 / 16;
                below[x] += error * 3 / 16;
                below[x + 1] += error * 5 / 16;
                below[x + 2] += error / 16;
            }

            (here, below) = (below, here);
            Array.Clear(below);
        }

        return picture;
    }
}
