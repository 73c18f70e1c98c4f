namespace Omr.Service.Web.Administering;

/// <summary>An act in the audit log.</summary>
/// <param name="Number">Its place in the log.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The account.</param>
/// <param name="Role">Its role.</param>
/// <param name="Act">What was done.</param>
/// <param name="Subject">To what.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is since.</param>
/// <param name="Why">Why.</param>
public sealed record TrailEntry(long Number, DateTime At, string Who, string Role, string Act, string Subject, string Before, string After, string Why);
