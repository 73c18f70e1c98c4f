using Omr.Service.Reconciliation.Closing;

namespace Omr.Service.Web.Reconciling;

/// <summary>Which findings a page shows; null and empty say the same, all of them.</summary>
/// <param name="Kab">Of that kab.</param>
/// <param name="Lokasi">Of that lokasi of it.</param>
/// <param name="Kode">Of that class.</param>
/// <param name="Status"><c>terbuka</c>, <c>tertutup</c> or <c>semua</c>; open ones unless asked otherwise.</param>
/// <param name="Cursor">Where the part begins.</param>
public sealed record FindingFilter(string? Kab = null, string? Lokasi = null, string? Kode = null, string? Status = null, string? Cursor = null)
{
    internal FindingStatus? Wanted => Status switch { "semua" => null, "tertutup" => FindingStatus.Closed, _ => FindingStatus.Open };

    /// <summary>The page of it.</summary>
    public string Path
    {
        get
        {
            var parts = new[] { ("kab", Kab), ("lokasi", Lokasi), ("kode", Kode), ("status", Status), ("cursor", Cursor) }
                .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
            return string.Join('?', new[] { "/rekonsiliasi/temuan", string.Join('&', parts) }.Where(p => p.Length > 0));
        }
    }
}
