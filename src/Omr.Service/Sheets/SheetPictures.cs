using Omr.Engine;
using Omr.Engine.Diagnostics;
using Omr.Scanner;
using Omr.Scanner.Intake;
using Omr.Service.Diagnostics;
using Omr.Service.Hosting;
using Omr.Service.Storage;

namespace Omr.Service.Sheets;

/// <summary>
/// Pictures of pages for screens. They are decoded in this process, which a decoder's crash would end, so only pages are
/// that a worker process read before; of others there are the original bytes.
/// </summary>
internal sealed class SheetPictures(Vault vault, FormChoice forms) : IDisposable
{
    private const int WidestPixels = 1600;

    // Of a page with everything that was seen drawn over it: enough for half a screen, where the figures in the bubbles are still read.
    private const int WidestMarkedPixels = 1100;

    // A decoded page has up to 40 MB.
    private const int AtATime = 2;

    // So much of the item's height is shown above and below it.
    private const double Margin = 0.75;
    private const string Number = "nomor_peserta";

    // Reasons that say that the picture itself was decoded without trouble.
    private static readonly HashSet<string> Drawable =
    [
        nameof(RefusalReason.NoContrast), nameof(RefusalReason.MarksNotFound), nameof(RefusalReason.OtherForm), nameof(RefusalReason.NotRegistered),
        nameof(RefusalReason.ThinScan),
    ];

    private readonly SemaphoreSlim _turn = new(AtATime, AtATime);

    /// <summary>Whether a page that was refused so can be drawn.</summary>
    public static bool CanDraw(string refused) => Drawable.Contains(refused);

    /// <summary>
    /// The page upright, at most 1,600 pixels wide; a refused page as it lies, since nobody knows its top. Null if it can't be drawn.
    /// </summary>
    /// <param name="sheet">The page.</param>
    /// <param name="turn">By how much it is turned further, in quarters: 0, 90, 180 or 270.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task<byte[]?> PageAsync(FoundSheet sheet, int turn, CancellationToken stop)
    {
        if (sheet.Page.Reading is null && !CanDraw(sheet.Page.Refused))
            return null;
        var upright = sheet.Page.Reading is { } stored ? ReadingJson.Read(stored).Quality.Turn : 0;
        return await DrawAsync(sheet, picture => picture.Turn((upright + turn) % 360).Narrow(WidestPixels), stop);
    }

    /// <summary>An item with its surroundings, upright; null if the page was refused or has no such item.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="field">The field; <c>identity</c> for the number's block.</param>
    /// <param name="item">The item, from 1; 0 for the whole field.</param>
    /// <param name="stop">Ends the waiting.</param>
    public async Task<byte[]?> ItemAsync(FoundSheet sheet, string field, int item, CancellationToken stop)
    {
        if (sheet.Page.Reading is not { } stored)
            return null;
        var reading = ReadingJson.Read(stored);
        var name = field == "identity" ? Number : field;
        return await DrawAsync(
            sheet,
            picture =>
            {
                var crops = reading.Items.Where(i => i.Field == name && (item == 0 || i.Item == item)).Select(i => i.Crop).ToList();
                if (crops.Count == 0)
                    return null;
                var margin = (int)(Margin * Math.Min(crops[0].Width, crops[0].Height));
                return picture.Crop(crops.Aggregate(Around), margin).Turn(reading.Quality.Turn).Narrow(WidestPixels);
            },
            stop);
    }

    /// <summary>
    /// The page as it lies with everything drawn over it that was seen: what each bubble was taken for; of a refused page where its
    /// marks were sought. Null if it could not be decoded, and where that ended the decoder's process.
    /// </summary>
    public async Task<byte[]?> MarkedAsync(FoundSheet sheet, Language language, CancellationToken stop)
    {
        if (sheet.Page.Refused.Length > 0 && !CanDraw(sheet.Page.Refused))
            return null;
        await _turn.WaitAsync(stop);
        try
        {
            if (await PageImage.LoadAsync(vault.PathOf(sheet.Sha256), sheet.Page.Page, stop) is not { } image)
                return null;
            using var reader = new SheetReader(forms.WithCover);
            var trace = reader.Trace(image.Bytes).FirstOrDefault(t => t.Outcome.Page == image.Page);
            return trace?.Picture is null ? null : Draw(trace.Narrow(WidestMarkedPixels), language);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static byte[] Draw(PageTrace trace, Language language) =>
        trace.Outcome is SheetReading ? ClassifiedPicture.Draw(trace, language)
        : trace.Bubbles.IsEmpty ? LocatedPicture.Draw(trace, language)
        : RegisteredPicture.Draw(trace, language);

    private async Task<byte[]?> DrawAsync(
        FoundSheet sheet, Func<PagePicture, PagePicture?> draw, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            var image = await PageImage.LoadAsync(vault.PathOf(sheet.Sha256), sheet.Page.Page, stop);
            var picture = image is null ? null : PictureDecoder.Decode(image.Bytes, image.Page);
            return picture is null ? null : draw(picture)?.ToPng();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static PixelArea Around(PixelArea one, PixelArea other)
    {
        var (left, top) = (Math.Min(one.X, other.X), Math.Min(one.Y, other.Y));
        return new(
            left,
            top,
            Math.Max(one.X + one.Width, other.X + other.Width) - left,
            Math.Max(one.Y + one.Height, other.Y + other.Height) - top);
    }
}
