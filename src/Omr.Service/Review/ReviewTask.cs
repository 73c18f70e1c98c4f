using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Omr.Service.Review;

/// <summary>One thing that a person must look at. Tasks sort by what is sure and easy, and then by how much it unlocks.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Open">How many things are open on the page: 1 unlocks the sheet.</param>
/// <param name="Page">The page; 0 if it is about none.</param>
/// <param name="Field"><c>jawaban</c>, <c>paket</c>, <c>kd_mapel</c>, <c>identity</c>, <c>page</c>; of a finding its class.</param>
/// <param name="Item">The item, from 1; 0 for the whole field.</param>
/// <param name="Read">What was read.</param>
/// <param name="Subject">What tells findings of a class from each other; else empty.</param>
internal sealed record ReviewTask(
    ReviewKind Kind, int Open, long Page, string Field, int Item, string Read, string Subject = "") : IComparable<ReviewTask>
{
    /// <summary>Its place in the queue as text, for a cursor.</summary>
    public string Cursor => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)Kind}.{Open}.{Page}.{Field}.{Item}.{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(Subject))}");

    /// <summary>A task at that place; null if the text is no place.</summary>
    public static ReviewTask? At(string cursor) =>
        cursor.Split('.') is [var kind, var open, var page, var field, var item, var subject]
        && int.TryParse(kind, CultureInfo.InvariantCulture, out var k) && int.TryParse(open, CultureInfo.InvariantCulture, out var o)
        && long.TryParse(page, CultureInfo.InvariantCulture, out var p) && int.TryParse(item, CultureInfo.InvariantCulture, out var i)
        && Text(subject) is { } of
            ? new((ReviewKind)k, o, p, field, i, "", of)
            : null;

    /// <inheritdoc/>
    public int CompareTo(ReviewTask? other)
    {
        if (other is null)
            return 1;
        var place = (Kind, Open, Page).CompareTo((other.Kind, other.Open, other.Page));
        var field = string.CompareOrdinal(Field, other.Field);
        return place != 0 ? place
            : field != 0 ? field
            : Item != other.Item ? Item.CompareTo(other.Item)
            : string.CompareOrdinal(Subject, other.Subject);
    }

    private static string? Text(string encoded)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(encoded));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
