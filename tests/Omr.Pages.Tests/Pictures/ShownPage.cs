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
        new("verifikasi", Role.Verifikator, "/verifikasi"),
        new("saya", Role.Auditor, "/saya"),
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
