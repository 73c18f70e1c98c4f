using Omr.Engine.Decode;
using Omr.Engine.Template;

namespace Omr.Engine.Diagnostics;

/// <summary>
/// Decodes a page to look at: the very picture that was read, as it lies, so that the rectangles of a reading fit it.
/// </summary>
public static class PictureDecoder
{
    /// <summary>The page as 8-bit luminance; null if there is no such page or it can't be decoded.</summary>
    /// <param name="file">The bytes of an image file; of a PDF those of the page's image.</param>
    /// <param name="page">The page, from 1.</param>
    public static PagePicture? Decode(ReadOnlyMemory<byte> file, int page)
    {
        using var decoder = new PageDecoder();
        using var pages = decoder.Decode(file, InkChannel.Grey, page).GetEnumerator();
        if (!pages.MoveNext() || pages.Current is not null)
            return null;
        var image = decoder.Page;
        var pixels = new byte[image.Width * image.Height];
        for (var y = 0; y < image.Height; y++)
            image.Row(y).CopyTo(pixels.AsSpan(y * image.Width));
        return new(image.Width, image.Height, pixels);
    }
}
