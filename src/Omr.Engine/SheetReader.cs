using System.Globalization;
using Omr.Engine.Classify;
using Omr.Engine.Decode;
using Omr.Engine.Diagnostics;
using Omr.Engine.Identify;
using Omr.Engine.Imaging;
using Omr.Engine.Locate;
using Omr.Engine.Read;
using Omr.Engine.Register;
using Omr.Engine.Sample;
using Omr.Engine.Template;

namespace Omr.Engine;

/// <summary>
/// Reads pages: decode, locate, register, sample, classify, identify, read. Keeps its buffers from page to page, so
/// one reader serves one thread at a time; any number of readers give the same readings.
/// </summary>
public sealed class SheetReader : IDisposable
{
    private readonly FormLayout[] _layouts;
    private readonly PageDecoder _decoder = new();
    private readonly GrayImage _turned = new();
    private readonly FormFinder _forms = new();
    private readonly SheetRegistrar _registrar = new();
    private readonly BubbleSampler _sampler = new();
    private readonly SheetClassifier _classifier = new();
    private readonly FormByPrint _byPrint;
    private StageTracer? _tracer;

    /// <summary>Makes a reader for these forms; where there are several, a page's own code picks its form.</summary>
    /// <param name="templates">The forms, at least one; all of one ink channel.</param>
    public SheetReader(IReadOnlyList<FormTemplate> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentOutOfRangeException.ThrowIfZero(templates.Count);
        _layouts = [.. templates.Select(t => new FormLayout(t))];
        _byPrint = new(_registrar, _sampler);
    }

    /// <summary>Reads every page of an image file (JPEG, PNG, TIFF, BMP, PNM), one at a time as they are asked for.</summary>
    /// <param name="file">The file's bytes; the format is told from them.</param>
    /// <param name="first">The page to begin with, from 1; the pages before it are not decoded.</param>
    public IEnumerable<ReadOutcome> Read(ReadOnlyMemory<byte> file, int first = 1)
    {
        var page = first - 1;
        foreach (var refusal in _decoder.Decode(file, _layouts[0].Template.Ink, first))
            yield return (refusal ?? ReadPage(_decoder.Page)) with { Page = ++page };
    }

    /// <summary>
    /// Reads as <see cref="Read"/> does and tells besides what the stages saw; slower, for people who look into a reading.
    /// </summary>
    /// <param name="file">The file's bytes; the format is told from them.</param>
    public IEnumerable<PageTrace> Trace(ReadOnlyMemory<byte> file)
    {
        _tracer = new(_layouts);
        try
        {
            foreach (var outcome in Read(file))
                yield return _tracer.Finish(outcome);
        }
        finally
        {
            _tracer = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _decoder.Dispose();

    private ReadOutcome ReadPage(GrayImage page)
    {
        var paper = _layouts[0].Template.Paper;
        if (page.Width > page.Height == paper.Width > paper.Height)
            return ReadEitherWay(page, 0);
        page.TurnClockwiseInto(_turned);
        return ReadEitherWay(_turned, 90);
    }

    // Marks tell which way up a sheet lies, but on forms of other people they may be the same both ways. Then the
    // outlines contradict the first way, and the page is turned over and tried once more.
    private ReadOutcome ReadEitherWay(GrayImage page, int turn)
    {
        var outcome = ReadUpright(page, turn);
        if (outcome is not Refusal { Reason: RefusalReason.NotRegistered })
            return outcome;
        page.TurnHalf();
        return ReadUpright(page, turn + 180) is SheetReading reading ? reading : outcome;
    }

    private ReadOutcome ReadUpright(GrayImage page, int turn)
    {
        _tracer?.Begin(page);
        var (form, locateRefusal) = _forms.Find(page, _layouts);
        if (form is null && locateRefusal is { Evidence: FormFinder.Unreadable })
            form = _byPrint.Find(page, _layouts);
        if (form is null)
            return locateRefusal!;
        _tracer?.Found(form);
        var (registered, registerRefusal) = _registrar.Register(page, form.Located, form.Layout, form.Unnamed);
        if (registered is null)
            return registerRefusal!;
        _tracer?.Registered(registered);
        var sampled = _sampler.Sample(page, registered);
        if (form.Unnamed && GridWitness.Missing(sampled) is { } missing)
            return new Refusal(1, RefusalReason.OtherForm, missing);
        var classified = _classifier.Classify(page, sampled);
        if (registered.Tone.Bilevel && classified.Thresholds.IsThin)
        {
            return new Refusal(1, RefusalReason.ThinScan, string.Create(
                CultureInfo.InvariantCulture, $"usual_mark={classified.Thresholds.Pencil:0.00}"));
        }

        var items = ItemReader.Read(classified);
        var identity = IdentityReader.Read(page, registered, form.ForNobody, items.AsSpan());
        return new SheetReading(
            1,
            form.Layout.Template.Id,
            form.Layout.Template.Version,
            form.Serial,
            identity,
            turn == 0 ? items : [.. items.Select(i => i with { Crop = TurnBack(i.Crop, page, turn) })],
            classified.Ink,
            classified.Thresholds.Mark,
            classified.Thresholds.Blank,
            Quality(registered, (turn + (form.Located.UpsideDown ? 180 : 0)) % 360));
    }

    // From the page as it was turned for reading to the picture as it lies.
    private static PixelArea TurnBack(PixelArea area, GrayImage page, int turn)
    {
        if (turn >= 180)
        {
            area = area with
            {
                X = page.Width - area.X - area.Width,
                Y = page.Height - area.Y - area.Height,
            };
        }

        return turn % 180 == 0 ? area : new(area.Y, page.Width - area.X - area.Width, area.Height, area.Width);
    }

    private static RegistrationQuality Quality(RegisteredSheet sheet, int turn)
    {
        var (map, located, template) = (sheet.Map, sheet.Located, sheet.Layout.Template);
        var skew = located.UpsideDown ? map.TurnDegrees - Math.CopySign(180, map.TurnDegrees) : map.TurnDegrees;
        return new(
            map.ScaleX,
            map.ScaleY,
            skew,
            turn,
            located.MarksFound,
            template.Marks.Length,
            sheet.TimingFound,
            template.Timing?.Rows.Length ?? 0,
            sheet.ResidualMm,
            sheet.Tone.Bilevel);
    }
}
