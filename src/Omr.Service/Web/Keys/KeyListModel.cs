namespace Omr.Service.Web.Keys;

/// <summary>The keys of the province.</summary>
/// <param name="Lines">Each subject of the roster, and each that anybody entered a key for.</param>
public sealed record KeyListModel(IReadOnlyList<KeyLine> Lines);
