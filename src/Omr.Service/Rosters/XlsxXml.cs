using System.Text;
using System.Xml;

namespace Omr.Service.Rosters;

/// <summary>
/// How the parts of a workbook are read, whoever made them: no document type (so no entities and no outside files), nothing
/// nested deeper than a workbook is, no text longer than a cell holds.
/// </summary>
internal static class XlsxXml
{
    // A run's text in a shared text is the deepest, at six.
    private const int MostDeep = 32;

    // What Excel lets a cell hold.
    private const int LongestText = 32_767;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>A reader of a part.</summary>
    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>The next piece; false at the end.</summary>
    /// <exception cref="InvalidDataException">It is nested too deeply.</exception>
    public static bool Next(this XmlReader reader) =>
        reader.Depth <= MostDeep ? reader.Read() : throw new InvalidDataException("nested too deeply");

    /// <summary>Adds the text of the element that the reader stands on.</summary>
    /// <exception cref="InvalidDataException">It is longer than a cell's.</exception>
    public static void AppendText(this XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement)
            return;
        while (reader.Next() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (text.Length + reader.Value.Length > LongestText)
                throw new InvalidDataException("a text is too long");
            text.Append(reader.Value);
        }
    }
}
