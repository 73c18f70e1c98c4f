namespace Omr.Simulator.Planning;

/// <summary>What surely happens to a sheet, besides what the profile's chances bring.</summary>
/// <param name="UpsideDown">The sheet goes into the scanner upside down.</param>
/// <param name="TornMark">Name of the registration mark that is torn off with its corner; empty for none.</param>
/// <param name="FoldedMark">Name of the registration mark that a folded-over corner hides; empty for none.</param>
/// <param name="Stained">A cup of coffee stood on the sheet.</param>
/// <param name="Folded">The sheet was folded across.</param>
/// <param name="Punched">The sheet was punched for a binder.</param>
public sealed record SheetAccidents(
    bool UpsideDown = false,
    string TornMark = "",
    string FoldedMark = "",
    bool Stained = false,
    bool Folded = false,
    bool Punched = false)
{
    /// <summary>Nothing of the kind.</summary>
    public static SheetAccidents None { get; } = new();
}
