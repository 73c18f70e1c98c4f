using System.Collections.Concurrent;
using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms;
using Omr.Simulator;
using Omr.Simulator.Printing;

namespace Omr.Benchmarks.Campaign;

/// <summary>
/// The printed sheets of one chunk as pictures: one for each form and resolution, with a participant of its own, used
/// for every filling of it in the chunk. Drawing a print costs more than filling, scanning and reading it.
/// </summary>
internal sealed class PrintShelf(ulong seed, int group)
{
    private readonly ConcurrentDictionary<(string Form, int Dpi, bool Spare), Lazy<GreyPicture>> _prints = new();

    public int Group => group;

    /// <summary>Whom that form's sheets of this group were printed for: a number that no other group has.</summary>
    public string Number(FormTemplate form)
    {
        var chance = new Chance(seed, (group * 1009) + form.Id.Sum(c => c), Chance.Purpose.Choice);
        return string.Concat(Enumerable.Range(0, 14).Select(_ => (char)('0' + chance.Below(10))));
    }

    /// <summary>The printed sheet that a participant of that form gets, or a spare of it.</summary>
    public PrintedSheet Sheet(FormTemplate form, bool spare)
    {
        var serial = (group % 100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        return spare
            ? PrintedSheet.Spare(serial)
            : PrintedSheet.Personal(serial, new(Number(form), "PESERTA UJI", "15-05-01 / 01", "220"));
    }

    /// <summary>Its picture, which nobody writes on.</summary>
    public GreyPicture Print(FormTemplate form, int scanDpi, bool spare) => _prints.GetOrAdd(
        (form.Id, scanDpi, spare), _ => new(() => Draw(form, SheetSimulator.PrintDpi(scanDpi), spare))).Value;

    private GreyPicture Draw(FormTemplate form, int dpi, bool spare)
    {
        var pdf = Path.Combine(Path.GetTempPath(), $"omr-{Guid.NewGuid():N}.pdf");
        try
        {
            using (var file = File.Create(pdf))
                FormPrinter.Print(file, form, [Sheet(form, spare)]);
            return PrintRaster.Pages(pdf, 1, 1, dpi).Single();
        }
        finally
        {
            File.Delete(pdf);
        }
    }
}
