using Omr.Service.Sheets;

namespace Omr.Service.Web.Scanning;

/// <summary>A batch with its pages.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Pages">Its pages, as they were scanned.</param>
public sealed record BatchPageModel(BatchModel Batch, IReadOnlyList<ScanPage> Pages);
