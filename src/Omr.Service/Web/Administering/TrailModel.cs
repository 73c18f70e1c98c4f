namespace Omr.Service.Web.Administering;

/// <summary>A part of the audit log, the newest first.</summary>
/// <param name="Entries">The acts.</param>
/// <param name="Who">Only that account's; empty for all.</param>
/// <param name="Subject">Only those about that; empty for all.</param>
/// <param name="Next">Where the next part begins; null at the end.</param>
public sealed record TrailModel(IReadOnlyList<TrailEntry> Entries, string Who, string Subject, string? Next);
