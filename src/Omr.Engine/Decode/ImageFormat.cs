namespace Omr.Engine.Decode;

/// <summary>The formats that are read, told from a file's first bytes and never from its name.</summary>
internal enum ImageFormat
{
    Unknown,
    Jpeg,
    Png,
    Tiff,
    Bmp,
    Pnm,
}
