using System.Diagnostics;
using Omr.Engine.Classify;
using Omr.Engine.Decode;
using Omr.Engine.Identify;
using Omr.Engine.Locate;
using Omr.Engine.Read;
using Omr.Engine.Register;
using Omr.Engine.Sample;
using Omr.Engine.Template;

namespace Omr.Benchmarks.Folder;

/// <summary>The stages of a read one after the other, as the reader runs them on upright pages, each with its time.</summary>
internal sealed class StageClock(FormTemplate template) : IDisposable
{
    private readonly FormLayout[] _layouts = [new(template)];
    private readonly PageDecoder _decoder = new();
    private readonly FormFinder _forms = new();
    private readonly SheetRegistrar _registrar = new();
    private readonly BubbleSampler _sampler = new();
    private readonly SheetClassifier _classifier = new();
    private long _last;

    public static IReadOnlyList<string> Names { get; } =
        ["decode", "locate and QR", "register", "sample", "classify", "items", "identify"];

    /// <summary>Adds the milliseconds of each stage for the pages of a file that get so far.</summary>
    public void Run(ReadOnlyMemory<byte> file, Span<double> ms)
    {
        _last = Stopwatch.GetTimestamp();
        foreach (var refusal in _decoder.Decode(file, template.Ink))
        {
            Take(ref ms[0]);
            if (refusal is not null)
                continue;
            var form = _forms.Find(_decoder.Page, _layouts).Form;
            Take(ref ms[1]);
            if (form is null)
                continue;
            var registered = _registrar.Register(_decoder.Page, form.Located, form.Layout, form.Unnamed).Sheet;
            Take(ref ms[2]);
            if (registered is null)
                continue;
            var sampled = _sampler.Sample(_decoder.Page, registered);
            Take(ref ms[3]);
            var classified = _classifier.Classify(_decoder.Page, sampled);
            Take(ref ms[4]);
            var items = ItemReader.Read(classified);
            Take(ref ms[5]);
            _ = IdentityReader.Read(_decoder.Page, registered, form.ForNobody, items.AsSpan());
            Take(ref ms[6]);
        }
    }

    public void Dispose() => _decoder.Dispose();

    private void Take(ref double ms)
    {
        var now = Stopwatch.GetTimestamp();
        ms += Stopwatch.GetElapsedTime(_last, now).TotalMilliseconds;
        _last = now;
    }
}
