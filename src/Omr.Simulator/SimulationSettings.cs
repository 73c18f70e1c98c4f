using Omr.Engine.Template;
using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Simulator;

/// <summary>
/// How sheets are simulated. The same settings and plans give the same bytes, with any number of jobs.
/// </summary>
/// <param name="Template">The form.</param>
/// <param name="Profile">Writers, paper and scanner.</param>
/// <param name="Seed">Beginning of all chance.</param>
/// <param name="Format">Format of the files.</param>
/// <param name="Dpi">Resolution, 100 to 600 dots an inch.</param>
/// <param name="Jobs">Sheets made at the same time.</param>
public sealed record SimulationSettings(
    FormTemplate Template,
    SimulationProfile Profile,
    ulong Seed = 1,
    ScanFormat Format = ScanFormat.Jpeg,
    int Dpi = 200,
    int Jobs = 1);
