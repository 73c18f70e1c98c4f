namespace Omr.Engine.Imaging;

/// <summary>
/// What white and black are on this page, from a sparse grid of its pixels: black is among the darkest few in a
/// thousand, white is the usual tone of the lighter half.
/// </summary>
/// <param name="White">Tone of the paper.</param>
/// <param name="Black">Tone of print.</param>
/// <param name="Bilevel">Whether the scanner gave black and white only, whatever the file holds: hardly a pixel lies between.</param>
internal readonly record struct PageTone(int White, int Black, bool Bilevel)
{
    // Pixels between samples, a prime so that it keeps no step with a printed grid; an A4 page at 200 dpi gives 23,000.
    private const int Step = 13;

    // A printed form has a few per cent of solid black (marks, bars); half a per cent is surely print.
    private const double BlackShare = 0.005;

    // Share of the pixels darker than paper that lie between paper and print: none in a 1-bit scan, a seventh once JPEG
    // went over it; a grey scan has a third and more, because every edge is blurred.
    private const double BilevelShare = 0.2;

    public int Contrast => White - Black;

    public static PageTone Measure(GrayImage page)
    {
        // Most pixels have one tone, and a count waits until the one before is written: so four are kept in turn.
        Span<int> histograms = stackalloc int[4 * 256];
        histograms.Clear();
        for (var y = Step / 2; y < page.Height; y += Step)
        {
            var row = page.Row(y);
            for (int x = Step / 2, turn = 0; x < row.Length; x += Step, turn = (turn + 256) & 1023)
                histograms[turn + row[x]]++;
        }

        var histogram = histograms[..256];
        for (var i = 256; i < histograms.Length; i++)
            histogram[i & 255] += histograms[i];

        var total = 0;
        foreach (var count in histogram)
            total += count;
        var black = Quantile(histogram, 0, (int)(total * BlackShare));
        var brightest = Quantile(histogram, 0, (int)(total * 0.995));
        var middle = (black + brightest) / 2;
        var light = 0;
        for (var tone = middle; tone < 256; tone++)
            light += histogram[tone];
        var white = Quantile(histogram, middle, light / 2);
        return new(white, black, IsBilevel(histogram, white, black));
    }

    private static bool IsBilevel(ReadOnlySpan<int> histogram, int white, int black)
    {
        var fifth = (white - black) / 5;
        int dark = 0, between = 0;
        for (var tone = 0; tone < white - fifth; tone++)
        {
            dark += histogram[tone];
            between += tone > black + fifth ? histogram[tone] : 0;
        }

        return between < BilevelShare * dark;
    }

    // The first tone from `from` on at which more than `rank` pixels have been counted.
    private static int Quantile(ReadOnlySpan<int> histogram, int from, int rank)
    {
        for (var tone = from; tone < 256; tone++)
        {
            rank -= histogram[tone];
            if (rank < 0)
                return tone;
        }

        return 255;
    }
}
