namespace Omr.Benchmarks.Campaign;

/// <summary>What was counted over some sheets.</summary>
internal sealed record Tally
{
    /// <summary>Sheets made.</summary>
    public long Sheets { get; init; }

    /// <summary>Sheets refused.</summary>
    public long Refused { get; init; }

    /// <summary>Sheets read with at least one doubtful item or identity.</summary>
    public long SheetsInDoubt { get; init; }

    /// <summary>
    /// Of these, sheets with a doubt over something else than a faint, an erased or a double mark, which a person must see in
    /// any case (DOMAIN.md section 4).
    /// </summary>
    public long SheetsInOtherDoubt { get; init; }

    /// <summary>Bubbles on the sheets that were read.</summary>
    public long Positions { get; init; }

    /// <summary>Items on them.</summary>
    public long Items { get; init; }

    /// <summary>Items left to a person.</summary>
    public long Doubtful { get; init; }

    /// <summary>Items and identities read with certainty and wrong.</summary>
    public long Silent { get; init; }

    /// <summary>Sheets with a silent error.</summary>
    public long SheetsWrong { get; init; }

    /// <summary>Marks read as blank that the scan does not hold.</summary>
    public long Lost { get; init; }

    public static Tally operator +(Tally a, Tally b) => new()
    {
        Sheets = a.Sheets + b.Sheets,
        Refused = a.Refused + b.Refused,
        SheetsInDoubt = a.SheetsInDoubt + b.SheetsInDoubt,
        SheetsInOtherDoubt = a.SheetsInOtherDoubt + b.SheetsInOtherDoubt,
        Positions = a.Positions + b.Positions,
        Items = a.Items + b.Items,
        Doubtful = a.Doubtful + b.Doubtful,
        Silent = a.Silent + b.Silent,
        SheetsWrong = a.SheetsWrong + b.SheetsWrong,
        Lost = a.Lost + b.Lost,
    };
}
