using Omr.Service.Reconciliation;

namespace Omr.Service.Exports;

/// <summary>The summary of a run as it stands on the terminal: the equations, the statuses, the findings.</summary>
public static class SummaryText
{
    /// <summary>The lines of the summary.</summary>
    public static IEnumerable<string> Lines(RunReport report, Language language)
    {
        var b = report.Balance;
        string Say(FormattableString indonesian, FormattableString english) => language.Pick(
            FormattableString.Invariant(indonesian), FormattableString.Invariant(english));

        yield return Say($"ruang      {b.Rooms}", $"rooms      {b.Rooms}");
        yield return Say(
            $"terdaftar  {b.Registered} = hadir {b.Present} + tidak hadir {b.Absent}",
            $"registered {b.Registered} = present {b.Present} + absent {b.Absent}");
        yield return Say(
            $"hadir      {b.Present} = LJK {b.WithSheet} + hilang {b.Missing}",
            $"present    {b.Present} = with sheet {b.WithSheet} + missing {b.Missing}");
        yield return Say(
            $"halaman    {b.Pages} = dibaca {b.Read} + ditolak {b.Refused} + ganda {b.Repeated}",
            $"pages      {b.Pages} = read {b.Read} + refused {b.Refused} + scanned twice {b.Repeated}");
        yield return Say(
            $"dibaca     {b.Read} = LJK {b.WithSheet} + nomor dobel {b.Extra} + milik yang tidak hadir {b.OfAbsent} + nomor tidak dikenal {b.Unknown} + nomor tidak jelas {b.Unclear} + tidak terpakai {b.Unused}",
            $"read       {b.Read} = with sheet {b.WithSheet} + duplicate number {b.Extra} + of the absent {b.OfAbsent} + unknown number {b.Unknown} + unclear number {b.Unclear} + unused {b.Unused}");
        yield return "status     " + Counts(b.Statuses.Where(s => s.Value > 0).Select(s => (s.Key.ToString(), s.Value)));
        var open = report.Findings.Count(f => f.IsOpen);
        var codes = report.Findings.GroupBy(f => f.Code).OrderBy(g => g.Key, StringComparer.Ordinal);
        yield return Say(
            $"temuan     {report.Findings.Length}, {open} perlu tindak lanjut",
            $"findings   {report.Findings.Length}, {open} to be dealt with")
            + (report.Findings.IsEmpty ? "" : ": " + Counts(codes.Select(g => (g.Key, g.Count()))));
        if (b.BlackAndWhite > 0)
            yield return language.BlackAndWhiteScans(b.BlackAndWhite, b.Read);
    }

    private static string Counts(IEnumerable<(string Name, int Count)> counts) =>
        string.Join(", ", counts.Select(c => FormattableString.Invariant($"{c.Name} {c.Count}")));
}
