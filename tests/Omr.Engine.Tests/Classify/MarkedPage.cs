using Omr.Engine.Diagnostics;
using Omr.Engine.Tests.Simulated;
using Omr.Simulator.Encoding;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Engine.Tests.Classify;

/// <summary>
/// The scan of one cleanly filled sheet on which a test draws by itself, pixel by pixel, in millimetres around a bubble.
/// </summary>
internal sealed class MarkedPage
{
    private readonly PageTrace _before;
    private readonly byte[] _pixels;
    private readonly SheetReader _reader;

    private MarkedPage(SheetReader reader, PageTrace before) =>
        (_reader, _before, _pixels) = (reader, before, before.Picture!.Pixels.ToArray());

    public static async Task<MarkedPage> Make(ScanFormat format = ScanFormat.Jpeg, ulong seed = 31)
    {
        var settings = Rehearsal.Settings(SimulationProfile.Clean, seed, format);
        var blank = Rehearsal.Plan(settings, 1).Select(p => p with
        {
            Items = [.. p.Items.Select(i => i.Field == "jawaban" && i.Item % 5 == 0 ? ItemPlan.Blank(i.Field, i.Item) : i)],
        });
        var sheet = Assert.Single(await Rehearsal.Make(settings, [.. blank]));
        var reader = new SheetReader([settings.Template]);
        return new(reader, reader.Trace(sheet.Bytes).Single());
    }

    /// <summary>A line of that width and tone between two places, in millimetres from the middle of a bubble.</summary>
    public MarkedPage Line(
        string field, int item, string value, (double X, double Y) from, (double X, double Y) to, double width, byte tone)
    {
        var (bubble, scale) = (Bubble(field, item, value), _before.PixelsPerMm);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var square = Math.Max(1e-9, (dx * dx) + (dy * dy));
        Change((x, y, old) =>
        {
            var (u, v) = (((x - bubble.X - (bubble.Width / 2)) / scale) - from.X, ((y - bubble.Y - (bubble.Height / 2)) / scale) - from.Y);
            var along = Math.Clamp(((u * dx) + (v * dy)) / square, 0, 1);
            var apart = Math.Sqrt(Math.Pow(u - (along * dx), 2) + Math.Pow(v - (along * dy), 2));
            return apart <= width / 2 ? Math.Min(old, tone) : old;
        });
        return this;
    }

    /// <summary>Reads the page as it is now and gives one item of it.</summary>
    public ItemReading Read(string field, int item)
    {
        var (width, height) = (_before.Picture!.Width, _before.Picture.Height);
        var file = TestImages.Pgm(width, height, (x, y) => _pixels[(y * width) + x]);
        var reading = Assert.IsType<SheetReading>(Assert.Single(_reader.Read(file)));
        return reading.Items.Single(i => i.Field == field && i.Item == item);
    }

    private BubbleTrace Bubble(string field, int item, string value)
    {
        var first = ((SheetReading)_before.Outcome).Items.Single(i => i.Field == field && i.Item == item).FirstBubble;
        return _before.Bubbles[first + _before.Form.Field(field)!.Values.IndexOf(value)];
    }

    private void Change(Func<int, int, byte, byte> tone)
    {
        var width = _before.Picture!.Width;
        for (var i = 0; i < _pixels.Length; i++)
            _pixels[i] = tone(i % width, i / width, _pixels[i]);
    }
}
