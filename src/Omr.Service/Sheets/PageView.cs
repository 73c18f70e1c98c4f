using Omr.Engine;
using Omr.Engine.Diagnostics;
using Omr.Forms.Cairo;

namespace Omr.Service.Sheets;

/// <summary>A picture of a page, or of a part of it, made ready for a screen.</summary>
internal static class PageView
{
    /// <summary>The part of the picture within that rectangle and a margin around it, as far as the picture goes.</summary>
    public static PagePicture Crop(this PagePicture picture, PixelArea area, int margin)
    {
        var left = Math.Clamp(area.X - margin, 0, picture.Width - 1);
        var top = Math.Clamp(area.Y - margin, 0, picture.Height - 1);
        var width = Math.Clamp(area.X + area.Width + margin - left, 1, picture.Width - left);
        var height = Math.Clamp(area.Y + area.Height + margin - top, 1, picture.Height - top);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
            picture.Pixels.Span.Slice(((top + y) * picture.Width) + left, width).CopyTo(pixels.AsSpan(y * width));
        return new(width, height, pixels);
    }

    /// <summary>The picture turned clockwise.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="degrees">0, 90, 180 or 270.</param>
    public static PagePicture Turn(this PagePicture picture, int degrees)
    {
        if (degrees == 0)
            return picture;
        var (width, height) = (picture.Width, picture.Height);
        var turned = degrees == 180 ? (Width: width, Height: height) : (Width: height, Height: width);
        var from = picture.Pixels.Span;
        var to = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (newX, newY) = degrees switch
                {
                    90 => (height - 1 - y, x),
                    180 => (width - 1 - x, height - 1 - y),
                    _ => (y, width - 1 - x),
                };
                to[(newY * turned.Width) + newX] = from[(y * width) + x];
            }
        }

        return new(turned.Width, turned.Height, to);
    }

    /// <summary>The picture made smaller if it is wider than that; every pixel is the mean of those it stands for.</summary>
    public static PagePicture Narrow(this PagePicture picture, int most)
    {
        if (picture.Width <= most)
            return picture;
        var (width, height) = (most, Math.Max(1, (int)((long)picture.Height * most / picture.Width)));
        var from = picture.Pixels.Span;
        var to = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = Share(y, height, picture.Height);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = Share(x, width, picture.Width);
                var sum = 0;
                for (var row = top; row < bottom; row++)
                {
                    foreach (var tone in from.Slice((row * picture.Width) + left, right - left))
                        sum += tone;
                }

                to[(y * width) + x] = (byte)(sum / ((bottom - top) * (right - left)));
            }
        }

        return new(width, height, to);
    }

    /// <summary>The picture as PNG.</summary>
    public static byte[] ToPng(this PagePicture picture)
    {
        using var drawn = new PngPicture(picture.Width, picture.Height, 1);
        drawn.Lay(picture.Pixels.Span, picture.Width, 1);
        using var png = new MemoryStream();
        drawn.Write(png);
        return png.ToArray();
    }

    private static (int From, int To) Share(int place, int places, int pixels)
    {
        var from = (int)((long)place * pixels / places);
        return (from, Math.Max(from + 1, (int)((long)(place + 1) * pixels / places)));
    }
}
