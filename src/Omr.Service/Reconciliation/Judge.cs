using System.Collections.Immutable;
using Omr.Service.Rosters;
using Omr.Service.Scoring;

namespace Omr.Service.Reconciliation;

/// <summary>
/// Decides what becomes of a participant from the attendance list and the sheets that bear the number (DOMAIN.md
/// sections 3 and 4). A sheet that is held gets no score; nothing is decided by which sheet was scanned first.
/// </summary>
internal sealed class Judge(Exam exam)
{
    // From half of the answers on, the sheet is scanned again or keyed in, not verified answer by answer.
    private const int UnreadableShare = 2;

    /// <summary>Decides about one participant.</summary>
    /// <param name="participant">Who.</param>
    /// <param name="sheets">The sheets that bear the number.</param>
    /// <param name="hasArrived">Whether anything of the room's envelope was scanned.</param>
    /// <param name="searchHint">Where to look for a missing sheet.</param>
    public Verdict Decide(
        Participant participant, ImmutableArray<Sheet> sheets, bool hasArrived, Lazy<Wording> searchHint)
    {
        var entry = exam.EntryOf(participant);
        if (entry is null && sheets.Length < 2)
            return Say(participant, ScoreStatus.MH, []);
        entry ??= new(Present: true);
        if (entry.Incident == Incident.Cancelled)
        {
            var page = sheets.IsEmpty ? null : sheets[0].Id;
            return Say(
                participant, ScoreStatus.BT,
                [new("D23", participant.Room, participant.Number, page, FindingText.Cancelled)]);
        }
        if (!entry.Present)
        {
            return sheets.IsEmpty
                ? Say(participant, ScoreStatus.TH, [])
                : Say(
                    participant, ScoreStatus.DT,
                    EachSheet("D09", participant, sheets, FindingText.AbsentWithSheet(sheets)));
        }
        return sheets switch
        {
            [] when !hasArrived => Say(participant, ScoreStatus.MA, []),
            [] => Say(
                participant, ScoreStatus.LH,
                [new("D10", participant.Room, participant.Number, null, FindingText.NoSheet(participant, searchHint.Value))]),
            [var only] when entry.Incident == Incident.None => Decide(participant, only),
            [_] => Say(participant, ScoreStatus.DT, []),
            _ => Say(participant, ScoreStatus.DT, EachSheet("D03", participant, sheets, FindingText.SameNumber(sheets))),
        };
    }

    private Verdict Decide(Participant participant, Sheet sheet)
    {
        Finding About(string code, Wording what, bool isOpen) =>
            new(code, participant.Room, participant.Number, sheet.Id, what, isOpen);

        // Without the keys of the own subject and of the one that the sheet names, nothing is decided between them.
        if (exam.AwaitsKey(participant.Subject) || (sheet.Subject.Certain is { } named && exam.AwaitsKey(named)))
            return Say(participant, ScoreStatus.MK, []);
        var choices = PackageChoice.For(participant, sheet, exam.Key).ToList();
        var decisive = choices[^1];
        if (sheet.HasNoAnswers)
            return Blank(participant, decisive.Key, About("D14", FindingText.BlankSheet, isOpen: true));
        var findings = choices
            .Where(c => c.Code.Length > 0)
            .Select(c => About(c.Code, c.What, isOpen: !c.Open.IsEmpty) with { Score = Evidence(c.Open, sheet) })
            .ToList();
        findings.AddRange(Beyond(participant, sheet) is { } beyond ? [About("D25", beyond, isOpen: false)] : []);
        if (decisive.Key is not { } key)
            return Say(participant, ScoreStatus.DT, [.. findings]);
        var doubtful = Scorer.Doubtful(key, sheet.Answers);
        if (doubtful.IsEmpty)
        {
            var score = Scorer.Score(key, sheet.Answers, exam.Weights);
            return new(new(participant, ScoreStatus.DN, key.Package, score), [.. findings]);
        }
        var range = Scorer.Range(key, sheet.Answers, exam.Weights);
        var unreadable = doubtful.Length * UnreadableShare >= key.Counted.Count();
        findings.Add(About(
            "D16",
            unreadable ? FindingText.Unreadable(doubtful.Length) : FindingText.Doubtful(doubtful),
            isOpen: true) with { Score = unreadable ? Wording.None : FindingText.Within(range) });
        return Say(participant, unreadable ? ScoreStatus.TB : ScoreStatus.RV, [.. findings], key.Package);
    }

    // With nothing filled in, the package often isn't known either; all packages have as many items, but not the same
    // annulled ones, so then all items are blank.
    private Verdict Blank(Participant participant, PackageKey? key, Finding finding)
    {
        var items = key?.Counted.Count() ?? exam.Key.Of(participant.Subject)[0].Items.Length;
        return new(new(participant, ScoreStatus.LK, key?.Package ?? "", Score.OfBlankSheet(items)), [finding]);
    }

    private Wording Evidence(ImmutableArray<PackageKey> keys, Sheet sheet) => keys.IsEmpty
        ? Wording.None
        : FindingText.Evidence(keys.Select(k => (k, Scorer.Range(k, sheet.Answers, exam.Weights))));

    private Wording? Beyond(Participant participant, Sheet sheet)
    {
        var items = exam.Key.Of(participant.Subject).Max(k => k.Items.Length);
        var marked = Enumerable.Range(1, sheet.Answers.Length)
            .Where(n => n > items && sheet.Answers[n - 1].Status is Engine.ReadStatus.Ok or Engine.ReadStatus.Multiple)
            .ToList();
        return marked.Count == 0 ? null : FindingText.BeyondLastItem(marked, items);
    }

    private static ImmutableArray<Finding> EachSheet(
        string code, Participant participant, ImmutableArray<Sheet> sheets, Wording what) =>
        [.. sheets.Select(s => new Finding(code, participant.Room, participant.Number, s.Id, what))];

    private static Verdict Say(
        Participant participant, ScoreStatus status, ImmutableArray<Finding> findings, string package = "") =>
        new(new(participant, status, package, null), findings);
}
