using Omr.Service.Reconciliation.Counts;

namespace Omr.Service.Api;

/// <summary>An equality as the API tells it.</summary>
/// <param name="Nama">E1 to E12.</param>
/// <param name="Tingkat"><c>ruang</c>, <c>lokasi</c>, <c>kab</c> or <c>provinsi</c>.</param>
/// <param name="NamaKiri">What stands left.</param>
/// <param name="Kiri">Its count; null while it isn't known.</param>
/// <param name="NamaKanan">What stands right.</param>
/// <param name="Kanan">Its count.</param>
/// <param name="Keadaan"><c>cocok</c>, <c>selisih</c> or <c>belum</c>.</param>
/// <param name="Info">Whether it asks nothing of anybody.</param>
/// <param name="Uraian">What is off by how many, where, what to do.</param>
internal sealed record EqualityMessage(
    string Nama, string Tingkat, string NamaKiri, int? Kiri, string NamaKanan, int? Kanan, string Keadaan, bool Info, string Uraian)
{
    /// <summary>The equality in the caller's language.</summary>
    public static EqualityMessage Of(HttpContext context, Equality equality) => new(
        equality.Code,
        equality.Level switch { Level.Room => "ruang", Level.Lokasi => "lokasi", Level.Kab => "kab", _ => "provinsi" },
        context.Say(equality.Left.Name),
        equality.Left.Count,
        context.Say(equality.Right.Name),
        equality.Right.Count,
        equality.State switch { EqualityState.Holds => "cocok", EqualityState.Off => "selisih", _ => "belum" },
        equality.IsInfo,
        context.Say(equality.What));
}
