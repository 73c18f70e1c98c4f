using Omr.Engine.Template;

namespace Omr.Engine;

/// <summary>
/// Reads pages: decode, locate, register, sample, classify, identify, read. Keeps its buffers from page to page, so
/// one reader serves one thread at a time; any number of readers give the same readings.
/// </summary>
public sealed class SheetReader : IDisposable
{
    private readonly IReadOnlyList<FormTemplate> _templates;

    /// <summary>Makes a reader for these forms; where there are several, a page's own code picks its form.</summary>
    public SheetReader(IReadOnlyList<FormTemplate> templates) => _templates = templates;

    /// <summary>Reads every page of an image file (JPEG, PNG, TIFF, BMP, PNM), one at a time as they are asked for.</summary>
    /// <param name="file">The file's bytes; the format is told from them.</param>
    public IEnumerable<ReadOutcome> Read(ReadOnlyMemory<byte> file)
    {
        _ = _templates;
        _ = file;
        yield break;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
