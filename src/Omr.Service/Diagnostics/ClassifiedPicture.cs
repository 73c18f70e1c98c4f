using System.Globalization;
using Omr.Engine;
using Omr.Engine.Diagnostics;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Service.Diagnostics;

/// <summary>
/// What Classify decided: every bubble in its verdict's colour with its ink in hundredths of print black, every doubtful
/// item framed and numbered, and below the page the reason for each number.
/// </summary>
internal static class ClassifiedPicture
{
    private static readonly Lettering Ink = new(4.6, Bold: true);
    // Millimetres across.
    private const double Badge = 3;

    private static readonly Lettering Number = new(6, Bold: true);

    public static byte[] Draw(PageTrace trace, Language language)
    {
        var reading = (SheetReading)trace.Outcome;
        var verdicts = BubbleVerdicts.Of(reading, trace.Form);
        var doubtful = reading.Items.Where(i => i.Status == ReadStatus.Doubtful).ToList();
        string Count(BubbleVerdict verdict) =>
            verdicts.Count(v => v == verdict).ToString(CultureInfo.InvariantCulture);
        return StagePicture.Draw(
            trace,
            language.Pick("3 Isi bulatan", "3 What the bubbles hold"),
            [
                (Palette.Sure, $"{language.Pick("terisi", "marked")} ({Count(BubbleVerdict.Marked)})"),
                (Palette.Blank, $"{language.Pick("kosong", "blank")} ({Count(BubbleVerdict.Blank)})"),
                (Palette.Doubt, $"{language.Pick("ragu", "doubtful")} ({Count(BubbleVerdict.Doubtful)})"),
                (Palette.Text, Thresholds(reading, language)),
            ],
            [.. doubtful.Select((d, i) => $"{i + 1}  {d.Field} {d.Item}: {language.Say(d.Doubt)}"), .. Identity(reading, language)],
            language,
            canvas =>
            {
                for (var i = 0; i < trace.Bubbles.Length; i++)
                    DrawBubble(canvas, trace, trace.Bubbles[i], verdicts[i], reading.Ink[i]);
                var badges = doubtful.ConvertAll(item => Frame(canvas, trace, item));
                for (var i = 0; i < badges.Count; i++)
                    DrawBadge(canvas, badges[i], i + 1);
            });
    }

    private static IEnumerable<string> Identity(SheetReading reading, Language language) =>
        reading.Identity.Status == ReadStatus.Doubtful
            ? [$"{language.Pick("nomor", "number")} {reading.Identity.Value}: {language.Say(reading.Identity.Doubt)}"]
            : [];

    private static string Thresholds(SheetReading reading, Language language) => language.Pick(
        FormattableString.Invariant(
            $"angka: hitam 0-100; kosong sampai {100 * reading.BlankThreshold:0}, terisi mulai {100 * reading.MarkThreshold:0}"),
        FormattableString.Invariant(
            $"figures: ink 0-100; blank up to {100 * reading.BlankThreshold:0}, marked from {100 * reading.MarkThreshold:0}"));

    private static void DrawBubble(Canvas canvas, PageTrace trace, BubbleTrace bubble, BubbleVerdict verdict, float ink)
    {
        var box = RegisteredPicture.Box(trace, bubble);
        var colour = Palette.Of(verdict);
        if (verdict != BubbleVerdict.Blank)
        {
            canvas.Take(colour with { Opacity = 0.85 });
            if (bubble.Shape == BubbleShape.Ellipse) canvas.FillEllipse(box);
            else canvas.Fill(box);
        }
        else
        {
            canvas.Take(Colour.White with { Opacity = 0.8 });
            canvas.FillEllipse(box);
        }

        var ring = new PaperArea(box.X - 0.2, box.Y - 0.2, box.Width + 0.4, box.Height + 0.4);
        var stroke = verdict == BubbleVerdict.Blank ? 0.2 : 0.4;
        canvas.Take(colour);
        if (bubble.Shape == BubbleShape.Ellipse) canvas.FrameEllipse(ring, stroke);
        else canvas.Frame(ring, stroke);
        canvas.Take(verdict == BubbleVerdict.Blank ? Palette.Text : Colour.White);
        canvas.AddText(
            ((int)Math.Round(100 * ink)).ToString(CultureInfo.InvariantCulture), box.Centre, Ink, box.Width * 0.8);
        canvas.Fill();
    }

    // The frame runs along the item's bubbles, so that on a skewed sheet it holds no neighbour's. Gives the place for the
    // item's number: beyond its upper or right end.
    private static PaperPoint Frame(Canvas canvas, PageTrace trace, ItemReading item)
    {
        const double Margin = 0.6;
        var bubbles = trace.Bubbles.AsSpan(item.FirstBubble, trace.Form.Field(item.Field)!.Values.Length);
        var (box, a, b) = (
            RegisteredPicture.Box(trace, bubbles[0]),
            RegisteredPicture.Box(trace, bubbles[0]).Centre,
            RegisteredPicture.Box(trace, bubbles[^1]).Centre);
        if (b.X - b.Y < a.X - a.Y)
            (a, b) = (b, a);
        var length = Math.Sqrt(Math.Pow(b.X - a.X, 2) + Math.Pow(b.Y - a.Y, 2));
        var (ux, uy) = length == 0 ? (1, 0) : ((b.X - a.X) / length, (b.Y - a.Y) / length);
        var isRow = Math.Abs(ux) > Math.Abs(uy);
        var along = ((isRow ? box.Width : box.Height) / 2) + Margin;
        var across = ((isRow ? box.Height : box.Width) / 2) + Margin;
        PaperPoint Corner(PaperPoint end, double forth, double aside) =>
            new(end.X + (forth * ux) - (aside * uy), end.Y + (forth * uy) + (aside * ux));
        PaperPoint[] corners =
        [
            Corner(a, -along, -across), Corner(b, along, -across), Corner(b, along, across), Corner(a, -along, across),
        ];
        canvas.Take(Palette.Doubt);
        canvas.Line(0.45, [.. corners, corners[0], corners[1]]);
        return Corner(b, along + (Badge / 2), 0);
    }

    private static void DrawBadge(Canvas canvas, PaperPoint middle, int number)
    {
        canvas.Take(Palette.Doubt);
        canvas.FillEllipse(new(middle.X - (Badge / 2), middle.Y - (Badge / 2), Badge, Badge));
        canvas.Take(Colour.White);
        canvas.AddText(number.ToString(CultureInfo.InvariantCulture), middle, Number, 0.8 * Badge);
        canvas.Fill();
    }
}
