using Omr.Engine;
using Omr.Scanner;

namespace Omr.Service.Cli;

/// <summary>Counts what came of a pile: every page is either read or refused.</summary>
internal sealed class ReadingTally
{
    private int _read;
    private int _doubtfulItems;
    private int _doubtfulPages;
    private int _blackAndWhite;

    /// <summary>Pages refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Counts a file's pages.</summary>
    public void Add(FileReading reading)
    {
        Refused += reading.Pages.Count(p => p is Refusal);
        foreach (var sheet in reading.Pages.OfType<SheetReading>())
        {
            var doubtful = sheet.Items.Count(i => i.Status == ReadStatus.Doubtful)
                + (sheet.Identity.Status == ReadStatus.Doubtful ? 1 : 0);
            _read++;
            _doubtfulItems += doubtful;
            if (doubtful > 0) _doubtfulPages++;
            if (sheet.Quality.Bilevel) _blackAndWhite++;
        }
    }

    /// <summary>The counts in one line; another one where faint marks may be missing from black-and-white scans.</summary>
    public IEnumerable<string> Say(Language language)
    {
        yield return language.Pick(
            $"{_read + Refused} halaman: {_read} dibaca, {Refused} ditolak; "
                + $"{_doubtfulItems} isian ragu pada {_doubtfulPages} halaman",
            $"pages: {_read + Refused} ({_read} read, {Refused} refused); "
                + $"doubtful items: {_doubtfulItems} (on {_doubtfulPages} pages)");
        if (_blackAndWhite > 0)
            yield return language.BlackAndWhiteScans(_blackAndWhite, _read);
    }
}
