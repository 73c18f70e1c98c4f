using Microsoft.EntityFrameworkCore;
using Omr.Engine;
using Omr.Service.Reconciliation;
using Omr.Service.Rosters;
using Omr.Service.Sheets;
using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>Completes tasks with why the machine doubts, which stands in the stored readings.</summary>
internal sealed class TaskViews(Store store)
{
    /// <summary>The tasks for a caller.</summary>
    public async Task<IReadOnlyList<TaskView>> OfAsync(
        IReadOnlyList<ReviewEntry> tasks, Func<string, RoomId?> roomOf, Language language, CancellationToken stop)
    {
        var ids = tasks.Select(t => t.Page).OfType<ReviewPage>().Where(p => p.Refused.Length == 0).Select(p => p.Id).Distinct().ToList();
        var readings = await store.ReadAsync(
            db => db.Pages.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => ReadingJson.Read(p.Reading!), stop), stop);
        return
        [
            .. tasks.Select(t => t.Finding is { } finding
                ? View(t.Task, finding, language)
                : View(t.Task, t.Page!, readings.GetValueOrDefault(t.Task.Page), roomOf, language)),
        ];
    }

    private static TaskView View(ReviewTask task, Finding finding, Language language) => new(
        task.Kind, (int)task.Kind + 1, task.Open, task.Page == 0 ? null : task.Page, finding.Room?.ToString() ?? "", finding.Number,
        task.Field, 0, "", "", language.Pick(finding.What.Indonesian, finding.What.English),
        task.Page == 0 ? null : Image(task.Page), finding.Subject);

    private static TaskView View(
        ReviewTask task, ReviewPage page, SheetReading? reading, Func<string, RoomId?> roomOf, Language language)
    {
        var doubt = reading is null ? DoubtReason.None : Doubt(task, reading);
        var rooms = SheetRooms.Of(page.Folder, page.NumberState, page.Number, roomOf);
        return new(
            task.Kind, (int)task.Kind + 1, task.Open, task.Page, rooms.Room?.ToString() ?? "", page.Number, task.Field, task.Item,
            task.Read,
            reading is null ? page.Refused : doubt.ToString(),
            reading is null ? language.Say(Enum.Parse<RefusalReason>(page.Refused)) : language.Say(doubt),
            reading is null
                ? Image(task.Page)
                : FormattableString.Invariant($"/api/v1/sheets/{task.Page}/crop?field={task.Field}&item={task.Item}"),
            "");
    }

    private static string Image(long page) => FormattableString.Invariant($"/api/v1/sheets/{page}/image");

    private static DoubtReason Doubt(ReviewTask task, SheetReading reading)
    {
        if (task.Field != CorrectionField.Identity)
        {
            return reading.Items
                .Where(i => i.Field == task.Field && (task.Item == 0 || i.Item == task.Item)).Select(i => i.Doubt)
                .FirstOrDefault(d => d != DoubtReason.None);
        }

        // A number that is missing altogether is blank to the engine, not doubtful.
        return reading.Identity.Doubt == DoubtReason.None ? DoubtReason.Incomplete : reading.Identity.Doubt;
    }
}
