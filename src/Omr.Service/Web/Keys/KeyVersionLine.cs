namespace Omr.Service.Web.Keys;

/// <summary>A sealed version.</summary>
/// <param name="Number">From 1.</param>
/// <param name="By">Who sealed it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why it was revised; empty for the first one.</param>
/// <param name="Before">The last run by the version before; null if there is none, or none since.</param>
/// <param name="First">The first run by this version; null if there is none.</param>
public sealed record KeyVersionLine(int Number, string By, DateTime At, string Reason, long? Before, long? First);
