namespace Omr.Service.Reconciliation;

/// <summary>
/// Judges a batch: each participant, what is left over, the pages, the head count (D01, D02; E3 and E4 of DOMAIN.md). The
/// one place for it: a run over a pile and the live service call it alike. Pure. A refused page may be a sheet or not: it
/// counts against a shortage, never towards an excess.
/// </summary>
internal static class EnvelopeJudge
{
    /// <summary>Judges everything about the batch.</summary>
    public static Judgement Judge(Exam exam, Envelope envelope)
    {
        var judge = new Judge(exam);
        var hint = new Lazy<Wording>(() => LooseSheets.Hint(envelope));
        var verdicts = envelope.Seats
            .Select(s => judge.Decide(s.Participant, s.Sheets, envelope.HasArrived, hint))
            .ToList();
        var unmatched = envelope.Seats
            .Where(s => s.Sheets.IsEmpty && exam.IsPresent(s.Participant))
            .Select(s => s.Participant)
            .ToList();
        return new(
            envelope,
            [.. verdicts.Select(v => v.Result)],
            [
                .. verdicts.SelectMany(v => v.Findings),
                .. Count(exam, envelope) is { } count ? (Finding[])[count] : [],
                .. LooseSheets.Findings(envelope, unmatched),
                .. PageFindings.Of(exam, envelope),
            ],
            Balance.Of(exam, envelope, verdicts.Select(v => v.Result.Status)));
    }

    private static Finding? Count(Exam exam, Envelope envelope)
    {
        if (!envelope.HasArrived)
            return null;
        var listed = envelope.Seats.Count(s => exam.EntryOf(s.Participant) is not null);
        if (listed < envelope.Seats.Length)
            return About("D20", PileText.NoAttendance(envelope.Seats.Length, listed), $"daftar={listed}");
        var present = envelope.Seats.Count(s => exam.IsPresent(s.Participant));
        var (refused, read) = (envelope.Refused.Length, envelope.Filled);
        return read + refused < present
                ? About("D01", PileText.Fewer(present, read + refused, refused), $"hadir={present};lembar={read + refused}")
            : read > 0 && envelope.Seats.IsEmpty && envelope.Room is { } room
                ? About("D02", PileText.UnknownRoom(room, read), $"hadir=0;lembar={read}")
            : read > present ? About("D02", PileText.More(present, read), $"hadir={present};lembar={read}")
            : null;

        Finding About(string code, Wording what, FormattableString facts) =>
            new(code, envelope.Room, "", null, what, Facts: FormattableString.Invariant(facts));
    }
}
