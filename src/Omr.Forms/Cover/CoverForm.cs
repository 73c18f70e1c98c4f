using System.Collections.Immutable;
using Omr.Engine.Template;
using Omr.Forms.Ljk;

namespace Omr.Forms.Cover;

/// <summary>
/// The cover sheet of an envelope as a form: it goes through the scanner before the sheets of its room and says by its QR
/// whose they are. The supervisor bubbles the counts on it (DOMAIN.md E4: cover = LJK in hand). It has an LJK's marks, QR
/// and lattice, so that the reader finds it as it finds them.
/// </summary>
public static class CoverForm
{
    /// <summary>Its form id.</summary>
    public const string Id = "sampul-ljk";

    /// <summary>Middle of the row of the digit 0, in millimetres.</summary>
    internal const double Top = 170.0;

    /// <summary>Middles of the first columns of the counts.</summary>
    internal static readonly ImmutableArray<(string Field, string Title, double Left)> Counts =
    [
        ("jumlah_ljk", "LJK DALAM AMPLOP", 36), ("cadangan_terpakai", "CADANGAN TERPAKAI", 101), ("rusak", "LJK RUSAK", 166),
    ];

    private const int Columns = 2;
    private static readonly ImmutableArray<string> Digits = [.. "0123456789".Select(c => c.ToString())];

    /// <summary>The form.</summary>
    public static FormTemplate Template { get; } = new(
        Id,
        1,
        "Sampul amplop LJK",
        new(210, 297),
        InkChannel.Grey,
        LjkForm.All[0].Marks,
        new(10, 4, 2, [.. Enumerable.Range(0, Digits.Length).Select(r => Math.Round(Top + (r * LjkForm.RowPitch), 3))]),
        [new(CodeSymbology.Qr, CodeRole.Form, LjkForm.QrArea)],
        [
            .. Counts.Select(c => new BubbleField(
                c.Field, FieldKind.Digit, Digits, new(BubbleShape.Ellipse, LjkForm.BubbleSize, LjkForm.BubbleSize), BubbleDirection.Down,
                LjkForm.ColumnPitch, LjkForm.RowPitch, [new(1, Columns, new(c.Left, Top))])),
        ]);
}
