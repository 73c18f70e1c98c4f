using Omr.Service.Reconciliation;
using Omr.Service.Scoring;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>Short ways to look into a report.</summary>
internal static class ReportReading
{
    public static ScoreStatus Status(this RunReport report, string number) => report.Of(number).Status;

    public static ParticipantResult Of(this RunReport report, string number) =>
        report.Results.Single(r => r.Participant.Number == number);

    public static string[] Codes(this RunReport report) => [.. report.Findings.Select(f => f.Code)];

    public static Finding Only(this RunReport report, string code) => report.Findings.Single(f => f.Code == code);

    public static string Says(this RunReport report, string code) => report.Only(code).Whole.Indonesian;
}
