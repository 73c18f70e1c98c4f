namespace Omr.Service.Web.Lists;

/// <summary>A column that a list's file has.</summary>
/// <param name="Name">As the header writes it.</param>
/// <param name="What">What stands in it.</param>
/// <param name="Example">Such as this.</param>
/// <param name="MayLack">Whether a file may do without it.</param>
public sealed record ListColumn(string Name, Wording What, string Example, bool MayLack = false);
