using Omr.Engine;

namespace Omr.Service.Reconciliation;

/// <summary>
/// What is told of the pages themselves, whoever they belong to: wrong room (D08), unused form (D14), refused page
/// (D16; D17 when it is another form), copied serial (D17), turned and repeated scans (D22).
/// </summary>
internal static class PageFindings
{
    public static IEnumerable<Finding> Of(Exam exam, SheetPile pile, RoomBatches batches)
    {
        Finding About(string code, Sheet sheet, Wording what, bool isOpen)
        {
            var owner = sheet.Number.State == NumberState.Known ? exam.Roster.Find(sheet.Number.Text) : null;
            return new(code, owner?.Room ?? batches.RoomOf(sheet.Folder), owner?.Number ?? "", sheet.Id, what, isOpen);
        }

        foreach (var page in pile.Refused)
        {
            var code = page.Refusal!.Reason == RefusalReason.OtherForm ? "D17" : "D16";
            yield return new(code, batches.RoomOf(page.Folder), "", page.Id, PileText.Refused(page.Refusal));
        }
        foreach (var sheet in pile.Unused)
            yield return About("D14", sheet, PileText.Unused(sheet), isOpen: false);
        foreach (var sheet in pile.Kept.Where(s => s.Turn != 0))
            yield return About("D22", sheet, PileText.Turned(sheet.Turn), isOpen: false);
        foreach (var (again, kept) in pile.Repeats)
            yield return About("D22", again, PileText.Again(kept.Id), isOpen: false);
        foreach (var copies in pile.Kept.Where(s => s.Paper.Length > 0).GroupBy(s => s.Paper).Where(g => g.Count() > 1))
        {
            foreach (var sheet in copies)
                yield return About("D17", sheet, PileText.SameSerial(copies), isOpen: true);
        }
        foreach (var finding in WrongRooms(exam, pile))
            yield return finding;
    }

    // The row stands under the room whose batch holds the sheet: that is where somebody must look.
    private static IEnumerable<Finding> WrongRooms(Exam exam, SheetPile pile) =>
        from participant in exam.Roster.Participants
        from sheet in pile.Of(participant)
        let found = sheet.Folder ?? participant.Room
        where found != participant.Room
        select new Finding("D08", found, participant.Number, sheet.Id, FindingText.WrongRoom(participant, found));
}
