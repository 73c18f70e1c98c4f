using System.Collections.Immutable;
using Omr.Engine.Template;
using Omr.Forms.Ljk;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// An LJK's identity block on paper of its own: same marks, symbols, bubbles and pitches, a sixth of the area. What a
/// hundred thousand identities need is simulated and read by the same code in a fraction of the time.
/// </summary>
internal static class IdentityForm
{
    private const double Right = 104;
    private const double Bottom = 80;
    private const double GridTop = 32.2;

    /// <summary>Where its barcode stands, quiet zone and readable digits included.</summary>
    public static PaperArea BarcodeArea { get; } = new(17, 8, LjkForm.BarcodeArea.Width, LjkForm.BarcodeArea.Height);

    private static readonly ImmutableArray<string> Digits = [.. "0123456789".Select(c => c.ToString())];

    /// <summary>The form.</summary>
    public static FormTemplate Template { get; } = new(
        "identitas", 1, "Bagian identitas", new(118, 94), InkChannel.Grey,
        [
            new("kiri-atas", MarkShape.Ring, new(8, 8, 6, 6), 1.6),
            new("kanan-atas", MarkShape.Square, new(Right, 8, 6, 6)),
            new("kanan-bawah", MarkShape.Square, new(Right, Bottom, 6, 6)),
            new("kiri-bawah", MarkShape.Square, new(8, Bottom, 6, 6)),
        ],
        new(10, 4, 2, [.. Enumerable.Range(0, 10).Select(Row)]),
        [
            new(CodeSymbology.Qr, CodeRole.Form, new(80, 6, LjkForm.QrArea.Width, LjkForm.QrArea.Height)),
            new(CodeSymbology.Code128, CodeRole.Identity, BarcodeArea, "nomor_peserta"),
        ],
        [
            new(
                "nomor_peserta", FieldKind.Digit, Digits,
                new(BubbleShape.Ellipse, LjkForm.BubbleSize, LjkForm.BubbleSize), BubbleDirection.Down,
                LjkForm.ColumnPitch, LjkForm.RowPitch, [new(1, 14, new(24, GridTop))]),
        ]);

    private static double Row(int row) => Math.Round(GridTop + (row * LjkForm.RowPitch), 3);
}
