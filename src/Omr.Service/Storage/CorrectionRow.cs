namespace Omr.Service.Storage;

/// <summary>What one person proposes that a page says, in place of what the machine read; insert-only. It holds when another person confirms it.</summary>
internal sealed class CorrectionRow
{
    public long Id { get; init; }

    /// <summary>The page.</summary>
    public required long PageId { get; init; }

    /// <summary><c>jawaban</c>, <c>paket</c>, <c>kd_mapel</c>; <c>identity</c> for the number; <c>page</c> for the page as a whole.</summary>
    public required string Field { get; init; }

    /// <summary>From 1; 0 for a whole field.</summary>
    public required int Item { get; init; }

    /// <summary>What held before.</summary>
    public required string Old { get; init; }

    /// <summary>What shall hold.</summary>
    public required string New { get; init; }

    public required string Reason { get; init; }

    public required string By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
