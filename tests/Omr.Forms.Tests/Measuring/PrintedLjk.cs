using System.Collections.Concurrent;
using Omr.Engine.Template;
using Omr.Forms.Ljk;

namespace Omr.Forms.Tests.Measuring;

/// <summary>The pictures of a personal sheet of each LJK at 300 dpi, made once for all tests.</summary>
internal static class PrintedLjk
{
    private static readonly ConcurrentDictionary<string, Lazy<Raster>> Pictures = new();

    private static readonly ConcurrentDictionary<string, Lazy<BubblePrint[]>> Measured = new();

    public static TheoryData<string> Ids => [.. LjkForm.All.Select(t => t.Id)];

    public static SheetPerson Person { get; } =
        new("15050118010015", "SITI NUR AISYAH", "05-012-003 kursi 07", "180 Matematika");

    public static PrintedSheet Sheet { get; } = PrintedSheet.Personal("00000042", Person);

    public static FormTemplate Template(string id) => LjkForm.All.Single(t => t.Id == id);

    public static BubblePrint[] Bubbles(string id) => Measured.GetOrAdd(id, key => new(() => [
        .. Template(key).Bubbles().Select(bubble => BubblePrint.Measure(Picture(key), bubble)),
    ])).Value;

    public static Raster Picture(string id) =>
        Pictures.GetOrAdd(id, key => new(() => Poppler.Pictures(Template(key), [Sheet])[0])).Value;
}
