using Omr.Service.Reconciliation;

namespace Omr.Service.Review;

/// <summary>A task with what it is about: a page's reading or a finding.</summary>
/// <param name="Task">The task.</param>
/// <param name="Page">The page; null for a finding.</param>
/// <param name="Finding">The finding; null for a page's reading.</param>
internal sealed record ReviewEntry(ReviewTask Task, ReviewPage? Page, Finding? Finding);
