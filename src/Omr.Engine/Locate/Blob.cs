namespace Omr.Engine.Locate;

/// <summary>A connected dark patch of the picture: the pixels that just hold it, and how many cells are dark.</summary>
internal record struct Blob(int Left, int Top, int Right, int Bottom, int Cells)
{
    public readonly int Width => Right - Left;

    public readonly int Height => Bottom - Top;

    public readonly void Deconstruct(out int x, out int y) => (x, y) = ((Left + Right) / 2, (Top + Bottom) / 2);
}
