using System.Collections.Immutable;
using Omr.Service.Access;

namespace Omr.Service.Web.Layout;

/// <summary>The way around, in the order of the exam's days.</summary>
internal static class Ways
{
    /// <summary>Where the exam's work is done.</summary>
    public static readonly ImmutableArray<Way> Work =
    [
        new("/hitung", new("Hitung LJK", "Room counts"), Act.EnterAttendance),
        new("/daftar", new("Daftar", "Lists"), Act.ViewRoster),
        new("/pindai", new("Ruang pindai", "Scan room"), Act.ViewSheets),
        new("/verifikasi", new("Verifikasi", "Verification"), Act.ViewReview),
        new("/rekonsiliasi", new("Rekonsiliasi", "Reconciliation"), Act.ViewReconciliation),
        new("/kunci", new("Kunci", "Keys"), Act.ViewKeys),
        new("/skoring", new("Skoring dan rilis", "Scoring and release"), Act.ViewRuns),
        new("/hasil", new("Hasil", "Results"), Act.ViewReleasedScores),
    ];

    /// <summary>Where the office itself is kept in order; folded away, since one goes there now and then.</summary>
    public static readonly ImmutableArray<Way> Keeping =
    [
        new("/pengguna", new("Pengguna", "Users"), Act.ViewAccounts),
        new("/perangkat", new("Perangkat", "Devices"), Act.FollowEvents),
        new("/jejak", new("Jejak audit", "Audit trail"), Act.ViewAudit),
        new("/pengaturan", new("Pengaturan", "Settings"), Act.ViewAccounts),
    ];

    /// <summary>Those of them that somebody may go to.</summary>
    public static ImmutableArray<Way> For(Caller who, ImmutableArray<Way> ways) => [.. ways.Where(w => who.Role.May(w.Act))];

    /// <summary>Where somebody's work begins.</summary>
    public static string Start(Caller who) => who.MustChangePassword ? "/saya" : who.Role switch
    {
        Role.Verifikator => "/verifikasi",
        Role.PemegangKunci => "/kunci",
        Role.Korkab => "/rekonsiliasi",
        Role.Korlok or Role.Pengawas or Role.Pemberkasan => "/hitung",
        Role.Auditor => "/jejak",
        Role.Sistem => "/hasil",
        _ => "/pindai",
    };
}
