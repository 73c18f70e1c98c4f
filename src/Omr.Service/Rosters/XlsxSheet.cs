using System.Xml;

namespace Omr.Service.Rosters;

/// <summary>
/// What a workbook's own part tells: which sheet is the first that isn't hidden. It is read piece by piece: the library would load
/// all of it at once and, where somebody nested it deeply enough, end the process.
/// </summary>
/// <param name="Relation">Name of the relation that leads to the sheet; null if there is none.</param>
/// <param name="CountsFrom1904">Whether days are counted from 1904.</param>
internal sealed record XlsxSheet(string? Relation, bool CountsFrom1904)
{
    /// <summary>Reads the part.</summary>
    /// <exception cref="XmlException">It is damaged.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static XlsxSheet Read(Stream workbook)
    {
        using var reader = XlsxXml.Open(workbook);
        var isOf1904 = false;
        string? relation = null;
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "workbookPr")
                isOf1904 = reader.GetAttribute("date1904") is "1" or "true" or "on";
            else if (reader.LocalName == "sheet" && relation is null && reader.GetAttribute("state") is null or "visible")
                relation = Relates(reader);
        }

        return new(relation, isOf1904);
    }

    // r:id, whatever the prefix is: the one attribute of that name that has a namespace.
    private static string? Relates(XmlReader reader)
    {
        string? id = null;
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
                id = reader.Value;
        }

        reader.MoveToElement();
        return id;
    }
}
