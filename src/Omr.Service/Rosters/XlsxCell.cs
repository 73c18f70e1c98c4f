namespace Omr.Service.Rosters;

/// <summary>A cell as the workbook holds it.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Type"><c>s</c> a shared text, <c>n</c> a number, and so on (ECMA-376 part 1, 18.18.11).</param>
/// <param name="Style">Number of its format.</param>
/// <param name="HasFormula">Whether it is worked out by the spreadsheet.</param>
/// <param name="HasValue">Whether it holds a value, perhaps an empty one.</param>
/// <param name="Value">The value as written.</param>
internal readonly record struct XlsxCell(int Column, string Type, int Style, bool HasFormula, bool HasValue, string Value);
