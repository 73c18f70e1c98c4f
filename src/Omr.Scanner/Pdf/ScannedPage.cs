using Omr.Engine;

namespace Omr.Scanner.Pdf;

/// <summary>A page that was taken out of a PDF: its image file, or why there is none.</summary>
internal sealed record ScannedPage(int Number, ReadOnlyMemory<byte> Image, Refusal? Refusal = null);
