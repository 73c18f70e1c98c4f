using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Omr.Service.Access;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>Which findings are asked for.</summary>
/// <param name="Region">Of which rooms; the province with all that belongs to no room.</param>
/// <param name="Code">Of which class; empty for all.</param>
/// <param name="Status">Of which status; null for all.</param>
internal sealed record FindingList(Region Region, string Code, FindingStatus? Status)
{
    /// <summary>
    /// A part of that list out of the findings that somebody may see. Findings come and go between two parts; the cursor names
    /// a place in their order, whether or not one is still there. Null where it names none.
    /// </summary>
    public Slice<ListedFinding>? After(string cursor, IEnumerable<ListedFinding> findings, int most)
    {
        if (Decoded(cursor) is not { } after)
            return null;
        var rows = findings
            .Where(f => Region == Region.Province || (f.Finding.Room is { } room && Region.Covers(room)))
            .Where(f => Code.Length == 0 || f.Finding.Code == Code)
            .Where(f => Status is null || f.Status == Status)
            .SkipWhile(f => after.Length > 0 && string.CompareOrdinal(Place(f), after) <= 0)
            .Take(most + 1)
            .ToList();
        return Slice<ListedFinding>.Of(rows, most, f => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(Place(f))));
    }

    // The order of the list as one text.
    private static string Place(ListedFinding listed)
    {
        var f = listed.Finding;
        return string.Join('\u0001', f.Room?.Kab ?? "", f.Room?.Lokasi ?? "", f.Room?.Ruang ?? "", f.Code, f.Number, f.Subject);
    }

    private static string? Decoded(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
