namespace Omr.Engine.Classify;

/// <summary>The pixels that a close look has counted so far, and what shape they make.</summary>
internal struct PencilCounts
{
    private int _stroke;
    private int _weak;
    private int _room;
    private int _beside;
    private int _outside;
    private int _joined;
    private double _reach;
    private int _sides;
    private (int Left, int Right, int Top, int Bottom) _extent;

    /// <summary>Counts a pixel within the outline.</summary>
    /// <param name="x">Its place.</param>
    /// <param name="y">Its place.</param>
    /// <param name="stroke">Whether it is as dark as a stroke.</param>
    /// <param name="weak">Whether it is darker than paper at all.</param>
    /// <param name="free">Whether no letter is printed there.</param>
    public void CountInside(int x, int y, bool stroke, bool weak, bool free)
    {
        _room += free ? 1 : 0;
        _weak += weak && free ? 1 : 0;
        if (!stroke)
            return;
        _extent = _stroke++ == 0
            ? (x, x, y, y)
            : (Math.Min(_extent.Left, x), Math.Max(_extent.Right, x), Math.Min(_extent.Top, y), Math.Max(_extent.Bottom, y));
    }

    /// <summary>Counts a dark pixel on the outline or beyond.</summary>
    /// <param name="beside">Whether it is near enough to be beside the bubble.</param>
    public void CountOutside(bool beside)
    {
        _outside++;
        _beside += beside ? 1 : 0;
    }

    /// <summary>Counts a dark pixel that hangs together with what is inside.</summary>
    /// <param name="beyond">Millimetres beyond the outline.</param>
    /// <param name="from">From where pixels were counted as outside,</param>
    /// <param name="to">and to where.</param>
    public void CountJoined(double beyond, double from, double to)
    {
        _reach = Math.Max(_reach, beyond);
        _joined += beyond >= from && beyond <= to ? 1 : 0;
    }

    /// <summary>Notes that pencil leaves the bubble on a side, one of <see cref="LookFrame.Sides"/>.</summary>
    public void LeaveOn(int side) => _sides |= 1 << side;

    /// <summary>The shape, in millimetres.</summary>
    /// <param name="scaleX">Pixels per millimetre.</param>
    /// <param name="scaleY">Pixels per millimetre.</param>
    public readonly PencilShape Shape(double scaleX, double scaleY)
    {
        var area = 1 / (scaleX * scaleY);
        var (width, height) = ((_extent.Right - _extent.Left + 1) / scaleX, (_extent.Bottom - _extent.Top + 1) / scaleY);
        return new(
            true,
            (float)(_stroke * area),
            _stroke == 0 ? 0 : (float)Math.Sqrt((width * width) + (height * height)),
            _room == 0 ? 0 : (float)_weak / _room,
            (float)(_weak * area),
            (float)(_beside * area),
            (float)_reach,
            (float)(Math.Max(0, _outside - _joined) * area),
            FreeSides());
    }

    // The longest row of sides, all around, on which no pencil leaves.
    private readonly int FreeSides()
    {
        int most = 0, free = 0;
        for (var side = 0; side < 2 * LookFrame.Sides; side++)
        {
            free = (_sides & (1 << (side % LookFrame.Sides))) == 0 ? free + 1 : 0;
            most = Math.Max(most, free);
        }

        return Math.Min(most, LookFrame.Sides);
    }
}
