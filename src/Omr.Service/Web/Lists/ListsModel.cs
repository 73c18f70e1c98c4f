namespace Omr.Service.Web.Lists;

/// <summary>How the lists stand, and what was brought in last.</summary>
/// <param name="Standing">How they stand.</param>
/// <param name="Imports">The last lists, the newest first; told to accounts of the whole province alone.</param>
public sealed record ListsModel(ListStanding Standing, IReadOnlyList<ImportLine> Imports);
