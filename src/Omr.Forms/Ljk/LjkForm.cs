using System.Collections.Immutable;
using System.Globalization;
using Omr.Engine.Template;

namespace Omr.Forms.Ljk;

/// <summary>
/// The one description that all LJK of the UKG come from: A4, 14-digit number, birth date, name, subject, package,
/// supervisor's panel and the answers (DOMAIN.md section 5). All bubbles stand on one lattice of rows, and each row
/// has a timing mark on the left edge.
/// </summary>
public static class LjkForm
{
    /// <summary>Millimetres from one row of bubbles to the next.</summary>
    public const double RowPitch = 4.2;

    /// <summary>Millimetres from one column of bubbles to the next.</summary>
    public const double ColumnPitch = 5.0;

    /// <summary>Diameter of a bubble.</summary>
    public const double BubbleSize = 3.4;

    /// <summary>Middle of the first row of the identity part.</summary>
    public const double IdentityTop = 42.0;

    /// <summary>Rows of the identity part: the letters A to Z.</summary>
    public const int IdentityRows = 26;

    /// <summary>Middle of the first row of answers.</summary>
    public const double AnswersTop = 178.0;

    /// <summary>Answers' blocks: middle of the first option of the first block.</summary>
    public const double AnswersLeft = 26.0;

    /// <summary>Room that holds one block of answers with its item numbers.</summary>
    public const double BlockPitch = 35.0;

    /// <summary>Middle of the first column of names.</summary>
    public const double NameLeft = 20.5;

    /// <summary>Middle of the first column of the participant number.</summary>
    public const double NumberLeft = 126.5;

    /// <summary>Row of the identity lattice where birth date, subject and package begin.</summary>
    public const int LowerRow = 13;

    /// <summary>Row of the identity lattice that holds the supervisor's panel.</summary>
    public const int PanelRow = 24;

    /// <summary>Where the QR stands, quiet zone included.</summary>
    public static PaperArea QrArea { get; } = new(173.5, 7.5, 18.5, 18.5);

    /// <summary>Where the Code 128 stands, quiet zone included.</summary>
    public static PaperArea BarcodeArea { get; } = new(109, 9, 62, 11);

    private static readonly ImmutableArray<string> Digits = [.. "0123456789".Select(c => c.ToString())];
    private static readonly ImmutableArray<string> Letters = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(c => c.ToString())];
    private static readonly Bubble Circle = new(BubbleShape.Ellipse, BubbleSize, BubbleSize);

    /// <summary>All forms, the default first: 100, 60, 80 and 120 items, each A-E and A-D.</summary>
    public static ImmutableArray<FormTemplate> All { get; } =
    [
        .. from items in new[] { 100, 60, 80, 120 }
           from options in new[] { 5, 4 }
           select Make(items, options),
    ];

    /// <summary>Makes the form with that many items and options.</summary>
    /// <param name="items">60, 80, 100 or 120.</param>
    /// <param name="options">4 or 5.</param>
    public static FormTemplate Make(int items, int options)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"ljk-ukg-{items}{(options == 4 ? "-ad" : "")}");
        var rows = items == 120 ? 24 : 20;
        var last = (char)('A' + options - 1);
        return new(
            id,
            1,
            string.Create(CultureInfo.InvariantCulture, $"LJK UKG {items} butir A-{last}"),
            new(210, 297),
            InkChannel.Grey,
            Marks(),
            new(10, 4, 2, [.. RowCentres(IdentityTop, IdentityRows), .. RowCentres(AnswersTop, rows)]),
            [
                new(CodeSymbology.Qr, CodeRole.Form, QrArea),
                new(CodeSymbology.Code128, CodeRole.Identity, BarcodeArea, "nomor_peserta"),
            ],
            [
                Columns("nomor_peserta", FieldKind.Digit, Digits, 14, NumberLeft, 0),
                Columns("tgl_lahir", FieldKind.Digit, Digits, 6, NumberLeft, LowerRow),
                Columns("nama", FieldKind.Letter, Letters, 20, NameLeft, 0),
                Columns("kd_mapel", FieldKind.Digit, Digits, 3, NumberLeft + (7 * ColumnPitch), LowerRow),
                Columns("paket", FieldKind.Digit, Digits, 2, NumberLeft + (11 * ColumnPitch), LowerRow),
                Panel(),
                Answers(items / rows, rows, options),
            ]);
    }

    /// <summary>The middle of that row of the identity lattice.</summary>
    public static double IdentityRow(int row) => IdentityTop + (row * RowPitch);

    private static IEnumerable<double> RowCentres(double top, int rows) =>
        Enumerable.Range(0, rows).Select(r => Math.Round(top + (r * RowPitch), 3));

    // The ring is the odd one: it says which way up the sheet lies.
    private static ImmutableArray<RegistrationMark> Marks() =>
    [
        new("kiri-atas", MarkShape.Ring, new(8, 8, 6, 6), 1.6),
        new("kanan-atas", MarkShape.Square, new(196, 8, 6, 6)),
        new("kanan-bawah", MarkShape.Square, new(196, 283, 6, 6)),
        new("kiri-bawah", MarkShape.Square, new(8, 283, 6, 6)),
    ];

    private static BubbleField Columns(
        string name, FieldKind kind, ImmutableArray<string> values, int columns, double left, int row) =>
        new(
            name, kind, values, Circle, BubbleDirection.Down, ColumnPitch, RowPitch,
            [new(1, columns, new(left, Math.Round(IdentityRow(row), 3)))]);

    private static BubbleField Panel() =>
        new(
            "panel", FieldKind.Flag, ["CADANGAN", "RUSAK", "TIDAK_HADIR"],
            Circle with { Labelled = false }, BubbleDirection.Right, RowPitch, 22.0,
            [new(1, 1, new(NumberLeft + 2, Math.Round(IdentityRow(PanelRow), 3)))], Several: true);

    private static BubbleField Answers(int blocks, int rows, int options) =>
        new(
            "jawaban", FieldKind.Choice, Letters[..options], Circle, BubbleDirection.Right, RowPitch, ColumnPitch,
            [
                .. Enumerable.Range(0, blocks).Select(b =>
                    new BubbleBlock(1 + (b * rows), rows, new(AnswersLeft + (b * BlockPitch), AnswersTop))),
            ]);
}
