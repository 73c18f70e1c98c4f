using Omr.Simulator.Paper;
using Omr.Simulator.Printing;
using Omr.Simulator.Scanning;

namespace Omr.Simulator;

/// <summary>
/// What is done to a sheet on top of its profile, to measure one kind of damage by itself. All chance comes from a
/// stream of its own, so that the same sheet without the harm has the same marks, paper and scanner.
/// </summary>
internal sealed record SheetHarm
{
    /// <summary>Nothing more than the profile brings.</summary>
    public static SheetHarm None { get; } = new();

    /// <summary>Changes the paper that was drawn.</summary>
    public Func<PaperState, Chance, PaperState> Paper { get; init; } = static (state, _) => state;

    /// <summary>Changes the scanner that was drawn.</summary>
    public Func<ScannerState, Chance, ScannerState> Scanner { get; init; } = static (state, _) => state;

    /// <summary>
    /// Draws on the printed page before the writer does; the paper's tone is 255 there and black 0. Null for nothing.
    /// </summary>
    public Action<GreyPicture, Chance>? Print { get; init; }

    /// <summary>Draws on the written sheet; grey levels are shares of all light.</summary>
    public Action<GreyPicture, PaperState, Chance> Sheet { get; init; } = static (_, _, _) => { };

    /// <summary>Changes the scanned picture.</summary>
    public Func<GreyPicture, Chance, GreyPicture> Scan { get; init; } = static (picture, _) => picture;
}
