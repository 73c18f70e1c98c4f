using Omr.Engine.Template;
using Omr.Service.Scoring;

namespace Omr.Service.Cli;

/// <summary>What <c>omr score</c> was asked to do; every path is as the user gave it.</summary>
/// <param name="Paths">Files and folders of scans.</param>
/// <param name="Templates">The forms in the pile.</param>
/// <param name="Roster">CSV of the participants.</param>
/// <param name="Attendance">CSV of the attendance lists.</param>
/// <param name="Key">CSV of the answer keys.</param>
/// <param name="Out">Folder for <c>nilai.csv</c> and <c>temuan.csv</c>.</param>
/// <param name="Weights">What pedagogy and professional competence weigh.</param>
/// <param name="Jobs">Sheets read at the same time.</param>
internal sealed record ScoreRequest(
    IReadOnlyList<string> Paths,
    IReadOnlyList<FormTemplate> Templates,
    string Roster,
    string Attendance,
    string Key,
    string Out,
    ScoreWeights Weights,
    int Jobs);
