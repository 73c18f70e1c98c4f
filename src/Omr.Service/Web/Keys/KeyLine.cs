using Omr.Service.KeyCustody;

namespace Omr.Service.Web.Keys;

/// <summary>Where a subject's key stands; never what it says.</summary>
/// <param name="Subject">Subject code.</param>
/// <param name="Version">The version that scores are made by; 0 before the first.</param>
/// <param name="Entries">Who entered it since, and when, the newest first.</param>
/// <param name="IsAgreed">Whether the newest two entries are the same; null as long as there aren't two.</param>
public sealed record KeyLine(string Subject, int Version, IReadOnlyList<KeyEntered> Entries, bool? IsAgreed)
{
    /// <summary>In words.</summary>
    public Wording State => (Version, Entries.Count, IsAgreed) switch
    {
        (0, 0, _) => new("belum dimasukkan", "not entered yet"),
        ( > 0, 0, _) => new($"disegel, versi {Version} berlaku", $"sealed, version {Version} counts"),
        (_, 1, _) => new("menunggu orang kedua", "waits for the second person"),
        (_, _, true) => new("kedua entri sama, siap disegel", "both entries alike, ready to be sealed"),
        _ => new("kedua entri berbeda", "the two entries differ"),
    };

    /// <summary>Class of the tag that shows it.</summary>
    public string Tag => (Version, Entries.Count, IsAgreed) switch
    {
        ( > 0, 0, _) => "good",
        (_, > 1, true) => "note",
        (_, > 1, false) => "bad",
        _ => "wait",
    };

    /// <summary>Of a subject.</summary>
    internal static KeyLine Of(string subject, KeyStanding? standing) => new(
        subject, standing?.Sealed?.Version ?? 0, [.. (standing?.Entries ?? []).Select(e => new KeyEntered(e.By, e.At))], standing?.Differences?.IsEmpty);
}
