using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Service.Diagnostics;

/// <summary>
/// The distribution of ink as one picture: a histogram with a logarithmic scale of counts, so that ten marks count to the
/// eye beside a hundred thousand blanks, a colour for each verdict, and the sheets' thresholds as bands.
/// </summary>
internal sealed class InkChart(InkDistribution ink, int refused, Language language)
{
    /// <summary>The picture's size: A4 across.</summary>
    public static PaperSize Size { get; } = new(297, 210);

    // The plot; above it the title and the legend, below it the axis and the caption.
    private static readonly PaperArea Plot = new(24, 52, 261, 120);
    private static readonly Lettering Title = new(17, Bold: true);
    private static readonly Lettering Text = new(10.5);
    private static readonly Lettering Strong = new(10.5, Bold: true);
    private static readonly Lettering Small = new(9);
    private static readonly Colour Grid = new(0.87, 0.87, 0.87);

    // A count of 1 stands a little above the axis, so that a single bubble is seen.
    private const double LeastCount = 0.6;

    private readonly NumberFormatInfo _figures = language == Language.English ? NumberFormatInfo.InvariantInfo
        : new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", PercentDecimalSeparator = "," };

    private readonly double _mostCount = Math.Pow(10, Math.Ceiling(Math.Log10(
        Math.Max(10, Enum.GetValues<BubbleVerdict>().Max(v => ink.Counts(v).Max())))));

    /// <summary>Draws the picture in millimetres from its top-left corner.</summary>
    public void Draw(Canvas canvas)
    {
        canvas.Take(Colour.White);
        canvas.Fill(new PaperArea(0, 0, Size.Width, Size.Height));
        canvas.Take(Palette.Text);
        canvas.Text(language.Pick("Sebaran hitam bulatan", "How dark the bubbles are"), 12, 16, Title);
        DrawLegend(canvas);
        DrawBand(canvas, ink.BlankThresholds, Palette.Place, language.Pick("batas kosong", "blank up to"), right: false);
        DrawBand(canvas, ink.MarkThresholds, Palette.Sought, language.Pick("batas terisi", "marked from"), right: true);
        DrawCounts(canvas);
        foreach (var verdict in new[] { BubbleVerdict.Blank, BubbleVerdict.Marked, BubbleVerdict.Doubtful })
            DrawHistogram(canvas, verdict);
        DrawInk(canvas);
        DrawCaption(canvas);
    }

    private static double X(double value) =>
        Plot.X + (Plot.Width * (value - InkDistribution.Lowest) / (InkDistribution.Bins * InkDistribution.Bin));

    private double Y(double count) =>
        Plot.Bottom - (Plot.Height * Math.Log(count / LeastCount) / Math.Log(_mostCount * 1.6 / LeastCount));

    private string Number(double count) => count.ToString("N0", _figures);

    private string Share(double part, double whole) =>
        (whole == 0 ? 0 : part / whole).ToString("0.00%", _figures);

    private static double Quantile(IReadOnlyList<double> values, double share) =>
        values.Order().ElementAt((int)((values.Count - 1) * share));

    private void DrawLegend(Canvas canvas)
    {
        (BubbleVerdict Verdict, string Name)[] entries =
        [
            (BubbleVerdict.Blank, language.Pick("kosong", "blank")),
            (BubbleVerdict.Marked, language.Pick("terisi", "marked")),
            (BubbleVerdict.Doubtful, language.Pick("ragu", "doubtful")),
        ];
        var all = entries.Sum(e => ink.Counts(e.Verdict).Sum());
        var x = 12.0;
        foreach (var (verdict, name) in entries)
        {
            var count = ink.Counts(verdict).Sum();
            canvas.Take(Palette.Of(verdict));
            canvas.Fill(new PaperArea(x, 23.2, 5, 3.6));
            canvas.Take(Palette.Text);
            canvas.Text(name, x + 6.5, 26.3, Strong);
            var text = $"{Number(count)} ({Share(count, all)})";
            var after = x + 8 + canvas.Width(name, Strong);
            canvas.Text(text, after, 26.3, Text);
            x = after + canvas.Width(text, Text) + 10;
        }
    }

    // The whole spread of the sheets' thresholds, the middle four fifths of them, and the middle one. The labels stand
    // above the plot, away from each other.
    private void DrawBand(Canvas canvas, IReadOnlyList<double> thresholds, Colour colour, string name, bool right)
    {
        if (thresholds.Count == 0)
            return;
        foreach (var (share, opacity) in new[] { (0.0, 0.16), (0.1, 0.3) })
        {
            var (from, to) = (X(Quantile(thresholds, share)), X(Quantile(thresholds, 1 - share)));
            canvas.Take(colour with { Opacity = opacity });
            canvas.Fill(new PaperArea(from, Plot.Y, Math.Max(to - from, 0.3), Plot.Height));
        }

        var middle = Quantile(thresholds, 0.5);
        canvas.Take(colour);
        canvas.Line(0.5, new(X(middle), Plot.Y - 11), new(X(middle), Plot.Bottom));
        canvas.Take(Palette.Text);
        var anchor = right ? Anchor.Left : Anchor.Right;
        var text = string.Create(_figures, $"{name} {middle:0.000}");
        var spread = string.Create(
            _figures, $"{thresholds.Min():0.000} – {thresholds.Max():0.000}");
        var x = X(middle) + (right ? 1.5 : -1.5);
        canvas.Text(text, x, Plot.Y - 8, Strong, anchor);
        canvas.Text(spread, x, Plot.Y - 3.6, Small, anchor);
    }

    private void DrawCounts(Canvas canvas)
    {
        canvas.Take(Palette.Text);
        canvas.Text(language.Pick("banyaknya bulatan (skala log)", "bubbles (log scale)"), 12, Plot.Y - 14, Small);
        for (var count = 1.0; count <= _mostCount; count *= 10)
        {
            canvas.Take(Grid);
            canvas.Line(0.2, new(Plot.X, Y(count)), new(Plot.Right, Y(count)));
            canvas.Take(Palette.Text);
            canvas.Text(Number(count), Plot.X - 1.5, Y(count) + 1.2, Small, Anchor.Right);
        }
    }

    // A filled staircase, and its upper edge in full colour so that what lies behind stays visible.
    private void DrawHistogram(Canvas canvas, BubbleVerdict verdict)
    {
        var counts = ink.Counts(verdict);
        var colour = Palette.Of(verdict);
        for (var bin = 0; bin < counts.Count; bin++)
        {
            if (counts[bin] == 0)
                continue;
            var from = X(InkDistribution.Lowest + (bin * InkDistribution.Bin));
            var width = X(InkDistribution.Lowest + InkDistribution.Bin) - Plot.X;
            var top = Y(counts[bin]);
            canvas.Take(colour with { Opacity = 0.45 });
            canvas.Fill(new PaperArea(from, top, width, Plot.Bottom - top));
            canvas.Take(colour);
            canvas.Fill(new PaperArea(from, top - 0.4, width, 0.8));
        }
    }

    private void DrawInk(Canvas canvas)
    {
        canvas.Take(Palette.Text);
        canvas.Line(0.35, new(Plot.X, Plot.Y), new(Plot.X, Plot.Bottom), new(Plot.Right, Plot.Bottom));
        for (var tenth = -1; tenth <= 10; tenth++)
        {
            var x = X(tenth / 10.0);
            canvas.Line(0.35, new(x, Plot.Bottom), new(x, Plot.Bottom + 1.5));
            var text = (tenth / 10.0).ToString("0.0", _figures);
            canvas.Text(text, x, Plot.Bottom + 5.2, Small, Anchor.Middle);
        }

        canvas.Text(
            language.Pick(
                "hitam di atas cetakan kosongnya (0 = bulatan tercetak tanpa isi, 1 = sehitam tinta cetak)",
                "ink above the printed blank (0 = the bubble as printed, 1 = as black as print)"),
            Plot.Centre.X, Plot.Bottom + 11, Text, Anchor.Middle);
    }

    private void DrawCaption(Canvas canvas)
    {
        var bubbles = Enum.GetValues<BubbleVerdict>().Sum(v => ink.Counts(v).Sum());
        var first = language.Pick(
            $"{Number(ink.Sheets)} lembar dibaca, {Number(refused)} halaman ditolak; {Number(bubbles)} bulatan pada "
                + $"{Number(ink.Items)} isian, ragu {Number(ink.DoubtfulItems)} isian ({Share(ink.DoubtfulItems, ink.Items)}).",
            $"{Number(ink.Sheets)} sheets read, {Number(refused)} pages refused; {Number(bubbles)} bubbles in "
                + $"{Number(ink.Items)} items, of which {Number(ink.DoubtfulItems)} doubtful ({Share(ink.DoubtfulItems, ink.Items)}).");
        var second = language.Pick(
            "Pita: sebaran batas semua lembar; bagian tua: delapan dari sepuluh lembar; garis: lembar yang di tengah. "
                + "Bekas hapusan terhitung kosong.",
            "Bands: the thresholds of all sheets; darker: of eight sheets in ten; line: of the middle one. "
                + "Rubbed-out marks count as blank.");
        canvas.Text(first, 12, 192, Text);
        canvas.Text(second, 12, 198, Small);
        if (ink.BlackAndWhite > 0)
        {
            canvas.Take(Palette.Doubt);
            canvas.Text(language.BlackAndWhiteScans(ink.BlackAndWhite, ink.Sheets), 12, 204, Small);
        }
    }
}
