using BenchmarkDotNet.Attributes;
using Omr.Engine;
using Omr.Engine.Classify;
using Omr.Engine.Decode;
using Omr.Engine.Identify;
using Omr.Engine.Locate;
using Omr.Engine.Read;
using Omr.Engine.Register;
using Omr.Engine.Sample;
using Omr.Engine.Template;
using Omr.Forms.Ljk;
using Omr.Simulator.Encoding;

namespace Omr.Benchmarks.Stages;

/// <summary>Each stage of the read by itself, on what the stages before it gave.</summary>
[MemoryDiagnoser]
public class StageBenchmark
{
    private readonly PageDecoder _decoder = new();
    private readonly FormFinder _forms = new();
    private readonly SheetRegistrar _registrar = new();
    private readonly BubbleSampler _sampler = new();
    private readonly SheetClassifier _classifier = new();
    private readonly FormLayout[] _layouts = [new(LjkForm.All[0])];
    private byte[] _jpeg = [];
    private FoundForm _form = null!;
    private RegisteredSheet _registered = null!;
    private SampledSheet _sampled = null!;
    private ClassifiedSheet _classified;

    [GlobalSetup]
    public void SetUp()
    {
        _jpeg = SheetPages.One(ScanFormat.Jpeg);
        _ = Decode();
        _form = _forms.Find(_decoder.Page, _layouts).Form ?? throw new InvalidOperationException("The page must be located.");
        _registered = _registrar.Register(_decoder.Page, _form.Located, _form.Layout).Sheet
            ?? throw new InvalidOperationException("The page must be registered.");
        _sampled = _sampler.Sample(_decoder.Page, _registered);
        _classified = _classifier.Classify(_decoder.Page, _sampled);
    }

    [GlobalCleanup]
    public void TearDown() => _decoder.Dispose();

    [Benchmark]
    public int Decode() => _decoder.Decode(_jpeg, InkChannel.Grey).Count();

    [Benchmark]
    public object Locate() => _forms.Find(_decoder.Page, _layouts);

    [Benchmark]
    public object Register() => _registrar.Register(_decoder.Page, _form.Located, _form.Layout);

    [Benchmark]
    public object Sample() => _sampler.Sample(_decoder.Page, _registered);

    [Benchmark]
    public object Classify() => _classifier.Classify(_decoder.Page, _sampled);

    [Benchmark]
    public IdentityReading Identify() => IdentityReader.Read(_decoder.Page, _registered, forNobody: false, ItemReader.Read(_classified).AsSpan());

    [Benchmark]
    public int Read() => ItemReader.Read(_classified).Length;
}
