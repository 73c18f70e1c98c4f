using Omr.Engine.Template;
using Omr.Simulator;
using Omr.Simulator.Colour;
using Omr.Simulator.Encoding;
using Omr.Simulator.Planning;
using Omr.Simulator.Profiles;

namespace Omr.Benchmarks.Campaign;

/// <summary>One sheet of a campaign before it is made: everything that its index decides.</summary>
internal sealed record SheetCase(
    int Index, ulong Seed, FormTemplate Template, SimulationProfile Profile, int Dpi, ScanFormat Format)
{
    /// <summary>What is done to it on top of its profile.</summary>
    public SheetHarm Harm { get; init; } = SheetHarm.None;

    /// <summary>What is written on it, from what the profile's planner says.</summary>
    public Func<SheetPlan, FormTemplate, Chance, SheetPlan> Write { get; init; } = static (plan, _, _) => plan;

    /// <summary>Whether it is printed as a spare, whose barcode is its serial, and not for a participant.</summary>
    public bool Spare { get; init; }

    /// <summary>The colour that it is printed in and, if so, scanned in; null for black.</summary>
    public PrintColour? Colour { get; init; }

    /// <summary>Whether a sheet printed in colour is scanned in grey.</summary>
    public bool Grey { get; init; }

    /// <summary>The group that it is counted in.</summary>
    public string Stratum => $"{Profile.Name}, {Dpi} dpi, {(Format == ScanFormat.TiffG4 ? "1-bit" : "grey")}";

    /// <summary>The simulator's settings.</summary>
    public SimulationSettings Settings => new(Template, Profile, Seed, Format, Dpi);
}
