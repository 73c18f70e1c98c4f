namespace Omr.Engine.Decode;

/// <summary>
/// What a picture may ask of the machine before it is refused unread. A4 at 600 dpi has 34.8 megapixels; each side is
/// limited too, because a picture one pixel wide and 500 million high passes any limit on memory.
/// </summary>
internal static class DecodeLimits
{
    public const long FileBytes = 64L << 20;
    public const long Pixels = 40_000_000;
    public const int LongestSide = 10_000;

    /// <summary>Pixels; a sheet of A5 at 100 dpi has 583, and bubbles of 13 pixels can no longer be read.</summary>
    public const int ShortestSide = 500;

    public const int Pages = 500;

    /// <summary>Bytes of a decoded picture: the most pixels, in red, green, blue and one more.</summary>
    public const long PictureBytes = 4 * Pixels;

    /// <summary>Scans of a progressive JPEG: real files have about ten, bombs tens of thousands.</summary>
    public const int JpegScans = 100;

    /// <summary>Why a picture of this size is refused; null when it may be decoded.</summary>
    public static RefusalReason? Judge(long width, long height) =>
        width <= 0 || height <= 0 ? RefusalReason.Damaged
        : width > LongestSide || height > LongestSide || width * height > Pixels ? RefusalReason.TooLarge
        : width < ShortestSide || height < ShortestSide ? RefusalReason.TooSmall
        : null;

    /// <summary>The refusal of a picture of this size.</summary>
    public static Refusal WrongSize(int page, RefusalReason reason, long width, long height) =>
        new(page, reason, $"width_px={width} height_px={height} limit_side_px={LongestSide} limit_px={Pixels}");
}
