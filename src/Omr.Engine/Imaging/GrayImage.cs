namespace Omr.Engine.Imaging;

/// <summary>
/// A page as 8-bit luminance, row by row from the top-left, 0 black and 255 white. The buffer outlives the page: it is
/// kept by the reader and grows to the largest page seen, because mapping fresh memory for each page costs a good part
/// of the time that decoding takes.
/// </summary>
internal sealed class GrayImage
{
    /// <summary>Bytes behind the last row that a vector load may touch.</summary>
    public const int Slack = 64;

    private byte[] _pixels = [];
    private GrayImage? _dropOut;
    private bool _hasDropOut;

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Bytes from one row to the next, a multiple of 32.</summary>
    public int Stride { get; private set; }

    public byte[] Pixels => _pixels;

    /// <summary>
    /// Where ink is measured: on a colour scan of a form with drop-out ink the channel in which its print vanishes;
    /// else this picture, which holds all that was printed and by which the sheet is found.
    /// </summary>
    public GrayImage Ink => _hasDropOut ? _dropOut! : this;

    public Span<byte> Row(int y) => _pixels.AsSpan(y * Stride, Width);

    /// <summary>Takes the size of a new page; what the pixels hold is undefined until they are written.</summary>
    public void Resize(int width, int height)
    {
        _hasDropOut = false;
        Width = width;
        Height = height;
        Stride = (width + 31) & ~31;
        var needed = checked((Stride * height) + Slack);
        if (_pixels.Length < needed)
            _pixels = GC.AllocateUninitializedArray<byte>(needed, pinned: true);
    }

    /// <summary>Gives the page an ink plane of its own, of the same size; its pixels are undefined as well.</summary>
    public GrayImage AddDropOut()
    {
        _dropOut ??= new();
        _dropOut.Resize(Width, Height);
        _hasDropOut = true;
        return _dropOut;
    }

    /// <summary>Writes this picture, turned clockwise by 90 degrees, into another.</summary>
    public void TurnClockwiseInto(GrayImage target)
    {
        target.Resize(Height, Width);
        if (_hasDropOut)
            _dropOut!.TurnClockwiseInto(target.AddDropOut());
        for (var y = 0; y < Height; y++)
        {
            var row = Row(y);
            var column = Height - 1 - y;
            for (var x = 0; x < row.Length; x++)
                target._pixels[(x * target.Stride) + column] = row[x];
        }
    }

    /// <summary>Turns this picture by 180 degrees where it lies.</summary>
    public void TurnHalf()
    {
        if (_hasDropOut)
            _dropOut!.TurnHalf();
        for (int top = 0, bottom = Height - 1; top <= bottom; top++, bottom--)
        {
            var upper = Row(top);
            var lower = Row(bottom);
            for (int x = 0, end = top == bottom ? Width / 2 : Width; x < end; x++)
                (upper[x], lower[Width - 1 - x]) = (lower[Width - 1 - x], upper[x]);
        }
    }
}
