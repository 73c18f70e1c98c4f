using Omr.Engine;
using Omr.Service.Access;
using Omr.Service.Hosting;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Review;
using Omr.Service.Sheets;
using Omr.Service.Web.Verifying;

namespace Omr.Service.Web.Entering;

/// <summary>Entri manual: a page that could not be read, keyed in from its picture by one person and then, blindly, by another.</summary>
internal static class EnteringPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/lembar/{id:long}/entri", ShowAsync).For(Act.ProposeCorrection);

    private static async Task<IResult> ShowAsync(
        long id, Here here, SheetShelf shelf, ManualEntry entries, FormChoice forms, LiveProvince live, CancellationToken stop)
    {
        if (await shelf.FindAsync(id, here.Who!.Region, stop) is not { } sheet)
            return TypedResults.NotFound();
        var place = await entries.LookAsync(sheet, here.Who, stop);
        var form = CorrectionRules.FormOf(sheet.Page, forms.Forms);
        var room = (sheet.Rooms.Room ?? live.CoverOf(id))?.ToString() ?? "";
        return here.Page<EntryPage, EntryModel>(new(
            id, $"{sheet.FileName} {here.Say("hal.", "p.")} {sheet.Page.Page}", room,
            sheet.Page.Refused.Length == 0 ? "" : here.Language.Say(Enum.Parse<RefusalReason>(sheet.Page.Refused)),
            sheet.Page.Refused.Length == 0 || SheetPictures.CanDraw(sheet.Page.Refused),
            place,
            place.Needed.Any(f => f.Isian == CorrectionField.Identity) ? Candidate.Of(live.Current, room, id) : [],
            Length(EntryPlaces.Number), Length(CorrectionField.Subject), Length(CorrectionField.Package),
            string.Concat(form.Field(CorrectionField.Answers)?.Values ?? []), EntryPlaces.Of(form)));

        int Length(string field) => form.Field(field)?.Items ?? 0;
    }
}
