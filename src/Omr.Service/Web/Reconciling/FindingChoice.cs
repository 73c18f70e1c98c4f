namespace Omr.Service.Web.Reconciling;

/// <summary>Something that may be done about a finding.</summary>
/// <param name="Act">The API's word for it.</param>
/// <param name="Name">The button's.</param>
public sealed record FindingChoice(string Act, Wording Name);
