using Omr.Engine;
using Omr.Service.Storage;

namespace Omr.Service.Sheets;

/// <summary>A page as its callers see it: everything that was read, with where it stands in the picture.</summary>
/// <param name="Id">The page's number in the ledger.</param>
/// <param name="Berkas">The file's name as it arrived.</param>
/// <param name="Halaman">Page of the file, from 1.</param>
/// <param name="Ruang">The folder it came in; empty for the flat folder.</param>
/// <param name="RuangPeserta">The room of the participant whose number it surely bears; empty if none is known.</param>
/// <param name="Sha256">Of the file's bytes.</param>
/// <param name="Dibaca">When it was read, UTC.</param>
/// <param name="Mesin">Version of the program that read it.</param>
/// <param name="Ditolak">Why it was refused; null if it was read.</param>
/// <param name="Bacaan">What was read; null if it was refused.</param>
/// <param name="Kembar">Later arrivals of the same bytes.</param>
/// <param name="Asal">The drop folder that it came from; empty for the service's own.</param>
/// <param name="Pendahulu">The page that it was before its file grew; null if it was none.</param>
/// <param name="Penerus">The page that it became when its file grew; null if it became none.</param>
public sealed record SheetView(
    long Id,
    string Berkas,
    int Halaman,
    string Ruang,
    string RuangPeserta,
    string Sha256,
    DateTime Dibaca,
    string Mesin,
    SheetView.Refusal? Ditolak,
    SheetView.Reading? Bacaan,
    IReadOnlyList<SheetView.Twin> Kembar,
    string Asal,
    long? Pendahulu,
    long? Penerus)
{
    /// <summary>The page for a caller.</summary>
    internal static SheetView Of(FoundSheet sheet, SheetReading? reading, Language language) => new(
        sheet.Page.Id,
        sheet.FileName,
        sheet.Page.Page,
        sheet.Arrivals.Count > 0 ? sheet.Arrivals[0].Room : "",
        sheet.Rooms.Owner?.ToString() ?? "",
        sheet.Sha256,
        sheet.Page.At,
        sheet.Page.Engine,
        sheet.Page.Refused.Length == 0
            ? null
            : new(sheet.Page.Refused, language.Say(Enum.Parse<RefusalReason>(sheet.Page.Refused)), sheet.Page.Evidence),
        reading is null ? null : Reading.Of(sheet.Page, reading, language),
        [.. sheet.Arrivals.Skip(1).Select(a => new Twin(a.Name, a.Room, a.At))],
        sheet.Arrivals.Count > 0 ? sheet.Arrivals[0].Origin : "",
        sheet.Earlier,
        sheet.Later);

    /// <param name="Kode">The reason by name.</param>
    /// <param name="Alasan">The reason in the caller's language.</param>
    /// <param name="Bukti">The numbers that prove it.</param>
    public sealed record Refusal(string Kode, string Alasan, string Bukti);

    /// <param name="Berkas">The file's name.</param>
    /// <param name="Ruang">The folder it came in.</param>
    /// <param name="Tiba">When, UTC.</param>
    public sealed record Twin(string Berkas, string Ruang, DateTime Tiba);

    /// <param name="Formulir">Form and version.</param>
    /// <param name="Kertas">Form, version and serial; empty without serial.</param>
    /// <param name="Nomor">The number, or what is known of it.</param>
    /// <param name="StatusNomor">What is known of the number.</param>
    /// <param name="Cadangan">Serial of a spare sheet; empty on others.</param>
    /// <param name="Identitas">Barcode and bubbles held against each other.</param>
    /// <param name="AmbangTanda">Ink from which a bubble counts as marked.</param>
    /// <param name="AmbangKosong">Ink up to which a bubble counts as blank.</param>
    /// <param name="Mutu">How well the sheet was placed.</param>
    /// <param name="Isian">Every item of every field.</param>
    public sealed record Reading(
        string Formulir,
        string Kertas,
        string Nomor,
        string StatusNomor,
        string Cadangan,
        IdentityReading Identitas,
        float AmbangTanda,
        float AmbangKosong,
        RegistrationQuality Mutu,
        IReadOnlyList<Item> Isian)
    {
        internal static Reading Of(PageRow page, SheetReading reading, Language language) => new(
            page.Form, page.Paper, page.Number, page.NumberState, page.Spare, reading.Identity, reading.MarkThreshold,
            reading.BlankThreshold, reading.Quality,
            [.. reading.Items.Select(i => new Item(i.Field, i.Item, i.Value, i.Status, i.Doubt, language.Say(i.Doubt), i.Crop))]);
    }

    /// <param name="Isian">Name of the field.</param>
    /// <param name="Butir">The item, from 1.</param>
    /// <param name="Nilai">The value; of a doubtful item what it may be.</param>
    /// <param name="Status">What is known.</param>
    /// <param name="Ragu">Why it is doubtful.</param>
    /// <param name="Alasan">The same in the caller's language; empty if it isn't.</param>
    /// <param name="Petak">Where it stands in the picture as it lies.</param>
    public sealed record Item(
        string Isian, int Butir, string Nilai, ReadStatus Status, DoubtReason Ragu, string Alasan, PixelArea Petak);
}
