using Omr.Service.Access;

namespace Omr.Pages.Tests.Pictures;

/// <summary>A page of the filled office as somebody sees it.</summary>
/// <param name="Name">Name of its picture.</param>
/// <param name="Role">Who looks.</param>
/// <param name="Path">Where.</param>
/// <param name="Region">The region of their account.</param>
public sealed record ShownPage(string Name, Role Role, string Path, string Region = "")
{
    /// <summary>Every page that there is. A page that isn't here fails <c>Every_page_is_among_the_pictures</c>.</summary>
    public static readonly IReadOnlyList<ShownPage> All =
    [
        new("pindai", Role.Operator, "/pindai"),
        new("bundel", Role.Operator, "/pindai/12-001-003"),
        new("lembar", Role.Verifikator, "/lembar/2"),
        new("entri", Role.Verifikator, $"/lembar/{SpoiledSheet.InFilledOffice}/entri"),
        new("verifikasi", Role.Verifikator, "/verifikasi"),
        new("verifikasi-nomor", Role.Verifikator, "/verifikasi?jenis=identitas"),
        new("hitung", Role.Korlok, "/hitung", "12-001"),
        new("hitung-ruang", Role.Pengawas, "/hitung/12/001/003", "12-001-003"),
        new("tanda-bukti", Role.Korlok, "/hitung/12/001/003/bukti", "12-001"),
        new("daftar", Role.Admin, "/daftar"),
        new("daftar-hadir", Role.Pengawas, "/daftar", "12-001-003"),
        new("rekonsiliasi", Role.Ketua, "/rekonsiliasi"),
        new("rekonsiliasi-ruang", Role.Ketua, "/rekonsiliasi/12/001/003"),
        new("temuan", Role.Ketua, "/rekonsiliasi/temuan"),
        new("saya", Role.Auditor, "/saya"),
        new("pengguna", Role.Admin, "/pengguna"),
        new("perangkat", Role.Admin, "/perangkat"),
        new("jejak", Role.Auditor, "/jejak"),
        new("pengaturan", Role.Admin, "/pengaturan"),
        new("kunci", Role.Ketua, "/kunci"),
        new("kunci-mapel", Role.PemegangKunci, "/kunci/180"),
        new("skoring", Role.Admin, "/skoring"),
        new("skoring-nomor", Role.Ketua, "/skoring/2"),
        new("skoring-banding", Role.Auditor, "/skoring/2/banding/1"),
        new("skoring-rilis", Role.Ketua, "/skoring/2/rilis/12"),
        new("hasil", Role.Admin, "/hasil"),
        new("hasil-nomor", Role.Ketua, "/hasil/15051218020001"),
        new("butir", Role.Ketua, "/hasil/butir"),
        new("butir-nomor", Role.Ketua, "/hasil/butir/17"),
    ];

    public override string ToString() => Name;
}
