namespace Omr.Service.Web.Counting;

/// <summary>Who counted a room, when, and what they said besides numbers.</summary>
/// <param name="Id">Number of the report.</param>
/// <param name="By">Account.</param>
/// <param name="At">When the server took it, UTC.</param>
/// <param name="Seal">Number of the seal; empty without.</param>
/// <param name="Explanation">Why the counts don't agree.</param>
/// <param name="Note">Remarks.</param>
public sealed record CountedReport(long Id, string By, DateTime At, string Seal, string Explanation, string Note)
{
    /// <summary>The number on the receipt.</summary>
    public string Number => FormattableString.Invariant($"HL-{Id:000000}");

    /// <summary>By what the API knows this state of it.</summary>
    public string Tag => FormattableString.Invariant($"\"{Id}\"");
}
