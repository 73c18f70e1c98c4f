using Omr.Service.Access;
using Omr.Service.Reconciliation.Live;
using Omr.Service.Review;
using Omr.Service.Rosters;
using Omr.Service.Sheets;

namespace Omr.Service.Web.Verifying;

/// <summary>
/// Verifikasi: one doubtful thing at a time. Whoever may confirm first reads blindly what others proposed; then come the open
/// things, the easiest sure gains first. A page that is keyed in whole is one card, whatever was keyed in. Findings about counts are
/// decided where the counts are.
/// </summary>
internal static class VerifyingPages
{
    private const int MostCards = 24;

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/verifikasi", ShowAsync).For(Act.ViewReview);

    private static async Task<IResult> ShowAsync(
        string? jenis, Here here, ReviewBoard board, TaskViews views, CorrectionList proposals, SheetShelf shelf, ListStore lists,
        ManualEntry entries, LiveProvince live, CancellationToken stop)
    {
        var who = here.Who!;
        var roomOf = (await lists.CurrentAsync(stop)).RoomOf;
        var onlyNumbers = jenis == "identitas";
        var cards = new List<CardModel>();
        var others = 0;
        if (here.May(Act.ConfirmCorrection))
        {
            var waiting = (await proposals.AfterAsync(who.Region, CorrectionStatus.Menunggu, null, 0, 10 * MostCards, stop, withEntries: false)).Isi.Where(p => p.Pengusul != who.Name).ToList();
            var keyedIn = here.May(Act.ProposeCorrection) ? await entries.WaitingAsync(who, stop) : [];
            others = waiting.Count + keyedIn.Count;
            if (!onlyNumbers)
                cards.AddRange(keyedIn.Take(MostCards / 2).Select(e => CardModel.SecondEntry(e.Page, e.Room?.ToString() ?? "")));
            foreach (var proposal in waiting.Where(p => !onlyNumbers || p.Isian == CorrectionField.Identity).Take(MostCards - cards.Count))
            {
                if (await shelf.FindAsync(proposal.Lembar, who.Region, stop) is { } sheet)
                    cards.Add(CardModel.Second(proposal, sheet.Rooms.Room?.ToString() ?? "", sheet.Page.Number, live.Current));
            }
        }

        var open = await board.AfterAsync(
            null,
            e => (onlyNumbers ? e.Task.Kind == ReviewKind.Identitas : e.Finding is null) && e.Page is { } page
                && SheetRooms.Of(page.Folder, page.NumberState, page.Number, roomOf).Within(who.Region),
            10 * MostCards,
            stop);
        if (here.May(Act.ProposeCorrection))
        {
            var entered = cards.Where(c => c.IsEntry).Select(c => c.Sheet).ToHashSet();
            var first = open.Where(e => !entered.Contains(e.Task.Page)).Take(Math.Max(0, MostCards - cards.Count)).ToList();
            cards.AddRange((await views.OfAsync(first, roomOf, here.Language, stop)).Select(t => CardModel.First(t, live.Current)));
        }

        return here.Page<VerifyPage, VerifyModel>(new(cards, open.Count, open.Count == 10 * MostCards, others, onlyNumbers));
    }
}
