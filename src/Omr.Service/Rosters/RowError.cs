namespace Omr.Service.Rosters;

/// <summary>One thing wrong in an input file.</summary>
/// <param name="File">The file as it was named by the caller.</param>
/// <param name="Row">The row as a spreadsheet counts, 1 the header; 0 when the whole file is meant.</param>
/// <param name="What">What is wrong and what to do.</param>
public sealed record RowError(string File, int Row, Wording What)
{
    /// <summary>The error as one line: file, row, what.</summary>
    public Wording Line => Row == 0
        ? new($"{File}: {What.Indonesian}", $"{File}: {What.English}")
        : new(
            FormattableString.Invariant($"{File}: baris {Row}: {What.Indonesian}"),
            FormattableString.Invariant($"{File}: row {Row}: {What.English}"));
}
