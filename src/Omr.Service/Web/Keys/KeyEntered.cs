namespace Omr.Service.Web.Keys;

/// <summary>That somebody entered a key.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record KeyEntered(string By, DateTime At);
