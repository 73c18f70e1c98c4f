namespace Omr.Engine.Decode;

/// <summary>
/// What one directory of a TIFF asks for, read from its tags alone. libtiff believes most of them, so that a file of a
/// few hundred bytes can ask for gigabytes.
/// </summary>
internal readonly ref struct TiffHeader
{
    private const int EntryBytes = 12;
    private const int JpegCompression = 7;

    // The most pixels in tiles of 16 x 16, the smallest.
    private const int MostStrips = (int)(DecodeLimits.Pixels / 256);

    // Bytes of a value of each type, from TIFF 6.0, section 2: 1 byte, 2 ascii, 3 short, 4 long, 5 rational and so on.
    private static ReadOnlySpan<byte> TypeBytes => [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

    private readonly TiffBytes _file;
    private readonly uint _directory;

    public TiffHeader(ReadOnlySpan<byte> file, uint directory)
    {
        _file = new(file);
        _directory = directory;
    }

    public long Width => Tag(256) ?? 0;

    public long Height => Tag(257) ?? 0;

    private long BitsOfSample => Tag(258) ?? 1;

    private long Samples => Tag(277) ?? 1;

    private long Compression => Tag(259) ?? 1;

    /// <summary>Why this page is refused before libtiff sees it; null when it may be decoded.</summary>
    public Refusal? Judge(int page)
    {
        if (DecodeLimits.Judge(Width, Height) is { } reason)
            return DecodeLimits.WrongSize(page, reason, Width, Height);
        if (Compression is not (1 or 2 or 3 or 4 or 5 or JpegCompression or 8 or 32773 or 32946))
            return new(page, RefusalReason.UnknownFormat, $"format=tiff compression={Compression}");
        if (BitsOfSample is not (1 or 2 or 4 or 8 or 16) || Samples is < 1 or > 4)
            return new(page, RefusalReason.UnknownFormat, $"format=tiff bits={BitsOfSample} samples={Samples}");
        var decoded = Width * Height * BitsOfSample * Samples / 8;
        if (decoded > DecodeLimits.PictureBytes)
            return new(page, RefusalReason.TooLarge, $"picture_bytes={decoded} limit_bytes={DecodeLimits.PictureBytes}");
        if (Tag(322) is { } tileWidth && Tag(323) is { } tileHeight
            && DecodeLimits.Judge(tileWidth, tileHeight) is (RefusalReason.TooLarge or RefusalReason.Damaged))
        {
            return new(
                page,
                RefusalReason.TooLarge,
                $"tile_width_px={tileWidth} tile_height_px={tileHeight} limit_side_px={DecodeLimits.LongestSide}");
        }

        return JudgeTags(page) ?? (Compression == JpegCompression ? JudgeJpeg(page) : null);
    }

    // Values that don't fit in their entry must lie within the file.
    private Refusal? JudgeTags(int page)
    {
        for (var i = 0; i < _file.Short(_directory); i++)
        {
            var entry = _directory + 2L + (EntryBytes * (long)i);
            var type = _file.Short(entry + 2) ?? 0;
            var bytes = (type < TypeBytes.Length ? TypeBytes[type] : 0L) * (_file.Long(entry + 4) ?? 0);
            if (bytes > sizeof(uint) && (_file.Long(entry + 8) ?? uint.MaxValue) + bytes > _file.Length)
            {
                return new(
                    page, RefusalReason.Damaged, $"format=tiff tag={_file.Short(entry)} tag_bytes={bytes} bytes={_file.Length}");
            }
        }

        return null;
    }

    // Each strip or tile is a JPEG of its own, which its own header must keep within the limits.
    private Refusal? JudgeJpeg(int page)
    {
        var (places, lengths) = Tag(324) is null ? (273, 279) : (324, 325);
        var scans = 0;
        var rest = _file.Length;
        for (var i = 0; Tag(places, i) is { } at and >= 0 && Tag(lengths, i) is { } length and >= 0; i++)
        {
            // Strips that share their bytes are no scanner's, and would have them looked through again and again.
            rest -= length;
            if (rest < 0 || i == MostStrips)
                return new(page, RefusalReason.Damaged, $"format=tiff strips={i + 1} strip_bytes>{_file.Length}");
            var strip = _file.Slice(at, length);
            if (JpegHeader.Read(strip) is { } jpeg && DecodeLimits.Judge(jpeg.Width, jpeg.Height) is RefusalReason.TooLarge)
                return DecodeLimits.WrongSize(page, RefusalReason.TooLarge, jpeg.Width, jpeg.Height);
            scans = Math.Max(scans, JpegHeader.CountScans(strip));
        }

        return scans > DecodeLimits.JpegScans
            ? new(page, RefusalReason.TooLarge, $"scans={scans} limit={DecodeLimits.JpegScans}")
            : null;
    }

    // A whole number of a tag: null where the tag or the number is missing, -1 where it is of no type for whole
    // numbers. Of equal tags the first counts, as in libtiff.
    private long? Tag(int tag, int index = 0)
    {
        for (var i = 0; i < _file.Short(_directory); i++)
        {
            var entry = _directory + 2L + (EntryBytes * (long)i);
            if (_file.Short(entry) != tag)
                continue;
            var type = _file.Short(entry + 2) ?? 0;
            var size = type is 3 or 4 ? TypeBytes[type] : 0;
            var count = _file.Long(entry + 4) ?? 0;
            if (size == 0)
                return -1;
            if (index >= count)
                return null;
            var values = size * count <= sizeof(uint) ? entry + 8 : _file.Long(entry + 8) ?? long.MaxValue / 2;
            return size == sizeof(ushort) ? _file.Short(values + (2L * index)) : _file.Long(values + (4L * index));
        }

        return null;
    }
}
