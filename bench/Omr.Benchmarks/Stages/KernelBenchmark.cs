using BenchmarkDotNet.Attributes;
using Omr.Engine.Decode;
using Omr.Engine.Locate;
using Omr.Engine.Register;
using Omr.Engine.Sample;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator.Encoding;

namespace Omr.Benchmarks.Stages;

/// <summary>The kernels against their scalar twins: the ink under every bubble of a page.</summary>
public class KernelBenchmark
{
    private readonly PageDecoder _decoder = new();
    private readonly FormLayout _layout = new(LjkForm.All[0]);
    private readonly InkMask _mask = new();
    private (int X, int Y)[] _places = [];

    [GlobalSetup]
    public void SetUp()
    {
        _ = _decoder.Decode(SheetPages.One(ScanFormat.Jpeg), InkChannel.Grey).Count();
        var form = new FormFinder().Find(_decoder.Page, [_layout]).Form!;
        var sheet = new SheetRegistrar().Register(_decoder.Page, form.Located, form.Layout).Sheet!;
        _mask.Shape(_layout.Kinds[0], sheet.Map);
        _places = [.. _layout.Centres.Select((_, i) => ((int)sheet.Places[i].X, (int)sheet.Places[i].Y))];
    }

    [GlobalCleanup]
    public void TearDown() => _decoder.Dispose();

    [Benchmark(Baseline = true)]
    public long InkScalar()
    {
        var sum = 0L;
        foreach (var (x, y) in _places)
            sum += InkKernels.SumScalar(_decoder.Page, _mask, x, y);
        return sum;
    }

    [Benchmark]
    public long InkVector()
    {
        var sum = 0L;
        foreach (var (x, y) in _places)
            sum += InkKernels.SumVector(_decoder.Page, _mask, x, y);
        return sum;
    }
}
