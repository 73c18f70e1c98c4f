namespace Omr.Service.Web.Lists;

/// <summary>A list that was brought in.</summary>
/// <param name="Kind">Which list.</param>
/// <param name="File">Name of its file.</param>
/// <param name="By">Account that sent it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Added">How many rows were new.</param>
/// <param name="Changed">How many changed what was known.</param>
/// <param name="Removed">How many went.</param>
public sealed record ImportLine(Wording Kind, string File, string By, DateTime At, int Added, int Changed, int Removed);
