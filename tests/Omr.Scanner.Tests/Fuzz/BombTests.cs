using System.Diagnostics;
using System.Globalization;
using Omr.Engine;
using Omr.Scanner.Tests.Workers;

namespace Omr.Scanner.Tests.Fuzz;

/// <summary>
/// Small files that ask for gigabytes or hours, through the worker. That they are refused by their headers is shown by
/// what the refusal says: the size or count that it was refused for.
/// </summary>
public sealed class BombTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("png", "width_px=1 height_px=500000000 limit_side_px=10000 limit_px=40000000")]
    [InlineData("jpeg", "scans=80000 limit=100")]
    [InlineData("tiff", "format=tiff tag=279 tag_bytes=3600000000 bytes=74")]
    [InlineData("pdf", "pages=10000 limit=500")]
    [InlineData("huge", "width_px=60000 height_px=60000 limit_side_px=10000 limit_px=40000000")]
    public async Task A_bomb_is_refused_by_its_header(string bomb, string evidence)
    {
        Assert.SkipWhen(bomb == "pdf" && OperatingSystem.IsWindows(), "poppler is found by PATH on Linux");
        var file = new PaperFile(_folder.Write(bomb, Bombs.Make(bomb)), bomb);
        var ready = new PaperFile(_folder.Write("ready", "x"), "ready");
        var started = Stopwatch.GetTimestamp();

        var readings = await Worker.ReadAsync([ready, file]);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{bomb}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s with the worker's start"));
        var refusal = Assert.IsType<Refusal>(Assert.Single(readings[1].Pages));
        Assert.Equal(evidence, refusal.Evidence);
    }
}
