using Omr.Engine;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>
/// What is told of the pages themselves, whoever they belong to: wrong room (D08), unused form (D14), refused page
/// (D16; D17 when it is another form), copied serial (D17), turned and repeated scans (D22).
/// </summary>
internal static class PageFindings
{
    public static IEnumerable<Finding> Of(Exam exam, Envelope envelope)
    {
        Finding About(string code, Sheet? sheet, PageId page, Wording what, bool isOpen)
        {
            var owner = OwnerOf(exam, sheet);
            return new(code, owner?.Room ?? envelope.Room, owner?.Number ?? "", page, what, isOpen);
        }

        foreach (var page in envelope.Refused)
        {
            var code = page.Refusal!.Reason == RefusalReason.OtherForm ? "D17" : "D16";
            yield return new(code, envelope.Room, "", page.Id, PileText.Refused(page.Refusal));
        }
        foreach (var page in envelope.SetAside)
            yield return About("D16", page.Sheet, page.Id, PileText.SetAside, isOpen: false);
        foreach (var sheet in envelope.Unused)
            yield return About("D14", sheet, sheet.Id, PileText.Unused(sheet), isOpen: false);
        foreach (var sheet in envelope.Kept.Where(s => s.Turn != 0))
            yield return About("D22", sheet, sheet.Id, PileText.Turned(sheet.Turn), isOpen: false);
        foreach (var (again, kept) in envelope.Repeats)
            yield return About("D22", again.Sheet, again.Id, PileText.Again(again.Ruling, kept), isOpen: false);
        foreach (var (sheet, all) in envelope.Copies)
            yield return About("D17", sheet, sheet.Id, PileText.SameSerial(all), isOpen: true);
        // The row stands under the room whose batch holds the sheet: that is where somebody must look.
        foreach (var sheet in envelope.Owned)
        {
            var owner = OwnerOf(exam, sheet)!;
            if (sheet.Folder is { } found && found != owner.Room)
                yield return new("D08", found, owner.Number, sheet.Id, FindingText.WrongRoom(owner, found));
        }
    }

    private static Participant? OwnerOf(Exam exam, Sheet? sheet) =>
        sheet?.Number.State == NumberState.Known ? exam.Roster.Find(sheet.Number.Text) : null;
}
