namespace Omr.Engine.Template;

/// <summary>
/// The text of a form's QR: <c>LJK-UKG-100/1/00000042</c>, that is form id, version and sheet serial. Upper case,
/// so that the QR's compact alphanumeric mode holds it.
/// </summary>
/// <param name="TemplateId">Form id in lower case.</param>
/// <param name="Version">Form version, from 1.</param>
/// <param name="Serial">The sheet's serial number as printed; empty if the form has none.</param>
public sealed record FormCode(string TemplateId, int Version, string Serial)
{
    /// <summary>Reads the text of a QR; null if it isn't one of ours.</summary>
    public static FormCode? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        return parts.Length == 3
            && parts[0].Length is > 0 and <= 40
            && int.TryParse(parts[1], System.Globalization.NumberStyles.None, null, out var version)
            && version > 0
            ? new FormCode(parts[0].ToLowerInvariant(), version, parts[2])
            : null;
    }

    /// <summary>The text that the QR holds.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{TemplateId.ToUpperInvariant()}/{Version}/{Serial}");
}
