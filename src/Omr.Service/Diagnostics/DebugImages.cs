using Omr.Engine;
using Omr.Engine.Diagnostics;
using Omr.Scanner;
using Omr.Service.Exports;

namespace Omr.Service.Diagnostics;

/// <summary>
/// Writes what the stages saw on each page as pictures: <c>FILE.p1.01-located.png</c>, <c>02-registered</c> and
/// <c>03-classified</c>, as far as the page came. A page that was not decoded has none.
/// </summary>
internal sealed class DebugImages(string folder, Language language)
{
    private Wording? _fault;

    /// <summary>The first thing that could not be written; null if all is well.</summary>
    public Wording? Fault => _fault;

    /// <summary>Draws and writes a page; may be called by many threads.</summary>
    public void Write(PaperFile file, PageTrace trace)
    {
        if (trace.Picture is null || _fault is not null)
            return;
        var path = Path.Combine(folder, file.Name);
        var name = $"{Path.GetFileName(path)}.p{trace.Outcome.Page}";
        var pictures = new List<(string, byte[])> { ($"{name}.01-located.png", LocatedPicture.Draw(trace, language)) };
        if (!trace.Bubbles.IsEmpty)
            pictures.Add(($"{name}.02-registered.png", RegisteredPicture.Draw(trace, language)));
        if (trace.Outcome is SheetReading)
            pictures.Add(($"{name}.03-classified.png", ClassifiedPicture.Draw(trace, language)));
        if (FileSet.Write(Path.GetDirectoryName(path)!, pictures) is { } fault)
            Interlocked.CompareExchange(ref _fault, fault, null);
    }
}
