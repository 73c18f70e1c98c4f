namespace Omr.Service.Web.Reconciling;

/// <summary>How many findings of a class are open.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What it is.</param>
/// <param name="Open">How many.</param>
/// <param name="Blocks">Whether they hold up the release.</param>
/// <param name="Path">Their page.</param>
public sealed record ClassCount(string Code, Wording Name, int Open, bool Blocks, string Path);
