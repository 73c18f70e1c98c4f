using System.ComponentModel.DataAnnotations;

namespace Omr.Service.Audit;

/// <summary>What can be set of the audit log, section <c>Omr:Audit</c>.</summary>
internal sealed class AuditOptions
{
    public const string Section = "Omr:Audit";

    /// <summary>
    /// A second folder for signed heads, beside the data folder's own <c>heads/</c>; best one off the machine that can only be
    /// added to. Empty for none.
    /// </summary>
    public string Heads { get; init; } = "";

    /// <summary>Minutes from one signed head to the next, where the log grew.</summary>
    [Range(0.01, 1440)]
    public double HeadMinutes { get; init; } = 10;
}
