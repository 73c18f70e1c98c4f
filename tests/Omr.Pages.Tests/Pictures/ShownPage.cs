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
        new("pengguna", Role.Admin, "/pengguna"),
        new("perangkat", Role.Admin, "/perangkat"),
        new("jejak", Role.Auditor, "/jejak"),
        new("pengaturan", Role.Admin, "/pengaturan"),
    ];

    public override string ToString() => Name;
}
