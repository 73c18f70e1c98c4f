using System.Globalization;
using System.Text;

namespace Omr.Simulator.Truth;

/// <summary>
/// Writes <c>truth.csv</c>: <c>file,field,item,value,kind</c>. No value holds a comma or a quotation mark.
/// </summary>
internal static class TruthFile
{
    public const string Name = "truth.csv";

    public static string Text(IEnumerable<TruthRow> rows)
    {
        var text = new StringBuilder("file,field,item,value,kind\n");
        foreach (var row in rows)
        {
#pragma warning disable CA1308 // The kinds are lower-case in the file by its contract (DESIGN.md).
            var kind = row.Kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
            text.Append(CultureInfo.InvariantCulture, $"{row.File},{row.Field},{row.Item},{row.Value},{kind}\n");
        }

        return text.ToString();
    }
}
