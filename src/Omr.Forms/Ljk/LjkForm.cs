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

    /// <summary>
    /// Millimetres from one column of the identity part to the next; the answers' follow from their blocks' width.
    /// </summary>
    public const double ColumnPitch = 5.0;

    /// <summary>Diameter of a bubble.</summary>
    public const double BubbleSize = 3.4;

    /// <summary>Middle of the first row of the identity part.</summary>
    public const double IdentityTop = 43.0;

    /// <summary>Rows of the identity part: the letters A to Z.</summary>
    public const int IdentityRows = 26;

    /// <summary>Middle of the last row of answers: all forms end at the same height.</summary>
    public const double AnswersBottom = 275.6;

    /// <summary>Left edge of what is printed right of the timing track; 3 mm beside the track stay white.</summary>
    public const double Left = 16.0;

    /// <summary>Right edge of what is printed: the outer edge of the right registration marks.</summary>
    public const double Right = 202.0;

    /// <summary>White between two frames.</summary>
    public const double Gap = 2.0;

    /// <summary>Room for the item number left of a row of answers, up to the middle of its first bubble.</summary>
    public const double ItemNumberRoom = 7.5;

    /// <summary>Middle of the first column of names.</summary>
    public const double NameLeft = 22.0;

    /// <summary>Middle of the first column of the participant number, and of the birth date under it.</summary>
    public const double NumberLeft = 131.0;

    /// <summary>Middle of the first column of the subject's code.</summary>
    public const double SubjectLeft = 168.5;

    /// <summary>Middle of the first column of the package.</summary>
    public const double PackageLeft = 191.0;

    /// <summary>Row of the identity lattice where birth date, subject and package begin.</summary>
    public const int LowerRow = 13;

    /// <summary>Row of the identity lattice that holds the supervisor's panel.</summary>
    public const int PanelRow = 25;

    /// <summary>
    /// Millimetres from one flag of the supervisor's panel to the next; the flag's name stands between.
    /// </summary>
    public const double PanelPitch = 24.5;

    /// <summary>Where the QR stands, quiet zone included.</summary>
    public static PaperArea QrArea { get; } = new(173.5, 6, 18.5, 18.5);

    /// <summary>Where the Code 128 stands, quiet zone and readable digits included.</summary>
    public static PaperArea BarcodeArea { get; } = new(109, 8, 62, 11);

    private static readonly ImmutableArray<string> Digits = [.. "0123456789".Select(c => c.ToString())];
    private static readonly ImmutableArray<string> Letters =
        [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(c => c.ToString())];
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
        var answersTop = AnswersBottom - ((rows - 1) * RowPitch);
        var last = (char)('A' + options - 1);
        return new(
            id,
            1,
            string.Create(CultureInfo.InvariantCulture, $"LJK UKG {items} butir A-{last}"),
            new(210, 297),
            InkChannel.Grey,
            Marks(),
            new(10, 4, 2, [.. RowCentres(IdentityTop, IdentityRows), .. RowCentres(answersTop, rows)]),
            [
                new(CodeSymbology.Qr, CodeRole.Form, QrArea),
                new(CodeSymbology.Code128, CodeRole.Identity, BarcodeArea, "nomor_peserta"),
            ],
            [
                Columns("nomor_peserta", FieldKind.Digit, Digits, 14, NumberLeft, 0),
                Columns("tgl_lahir", FieldKind.Digit, Digits, 6, NumberLeft, LowerRow),
                Columns("nama", FieldKind.Letter, Letters, 20, NameLeft, 0),
                Columns("kd_mapel", FieldKind.Digit, Digits, 3, SubjectLeft, LowerRow),
                Columns("paket", FieldKind.Digit, Digits, 2, PackageLeft, LowerRow),
                Panel(),
                Answers(items / rows, rows, options, answersTop),
            ]);
    }

    /// <summary>The middle of that row of the identity lattice.</summary>
    public static double IdentityRow(int row) => IdentityTop + (row * RowPitch);

    /// <summary>Width of the frame around one block of answers.</summary>
    public static double AnswerBlockWidth(int blocks) => (Right - Left - ((blocks - 1) * Gap)) / blocks;

    /// <summary>Whether a template is one of <see cref="All"/>, bubble by bubble: a changed copy isn't.</summary>
    public static bool Describes(FormTemplate template) =>
        All.Any(form => form.Id == template.Id && form.Version == template.Version
            && form.Bubbles().SequenceEqual(template.Bubbles()));

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
            Circle with { Labelled = false }, BubbleDirection.Right, RowPitch, PanelPitch,
            [new(1, 1, new(NumberLeft, Math.Round(IdentityRow(PanelRow), 3)))], Several: true);

    // The blocks share the whole width, and the options of a block the block's: fewer items or options stand wider,
    // up to 8 mm, beyond which the eye loses the row.
    private static BubbleField Answers(int blocks, int rows, int options, double top)
    {
        const double WidestPitch = 8.0;
        const double Steps = 2;
        var width = AnswerBlockWidth(blocks);
        var pitch = Math.Min(WidestPitch, Math.Floor((width - ItemNumberRoom) / options * Steps) / Steps);
        var used = ItemNumberRoom + ((options - 1) * pitch) + (BubbleSize / 2);
        var first = Left + ((width - used) / 2) + ItemNumberRoom;
        return new(
            "jawaban", FieldKind.Choice, Letters[..options], Circle, BubbleDirection.Right, RowPitch, pitch,
            [
                .. Enumerable.Range(0, blocks).Select(b => new BubbleBlock(
                    1 + (b * rows), rows, new(Math.Round(first + (b * (width + Gap)), 3), Math.Round(top, 3)))),
            ]);
    }
}
