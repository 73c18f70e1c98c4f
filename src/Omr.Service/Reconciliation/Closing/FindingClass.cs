using System.Collections.Frozen;
using System.Collections.Immutable;
using Omr.Service.Access;
using static Omr.Service.Reconciliation.Closing.Party;

namespace Omr.Service.Reconciliation.Closing;

/// <summary>
/// A class of discrepancy: who proposes how it is closed, and whether a release waits for it. Everybody who may answer
/// findings may answer any; the verifikator may propose about any, others about those that they deal with; only the Ketua closes.
/// </summary>
/// <param name="Code">D01 to D27, E1 to E12.</param>
/// <param name="Name">What it is.</param>
/// <param name="Parties">Who deals with it.</param>
/// <param name="Blocks">Whether the scores aren't released while one is open.</param>
/// <param name="IsRecorded">Whether only a person with the paper in hand sees it, so that an act records it.</param>
internal sealed record FindingClass(string Code, Wording Name, Party Parties, bool Blocks, bool IsRecorded = false)
{
    /// <summary>All classes, in the order of their codes.</summary>
    public static ImmutableArray<FindingClass> All { get; } =
    [
        new("D01", new("LJK kurang", "sheets missing"), Operator | Verifier | Field, Blocks: true),
        new("D02", new("LJK lebih", "too many sheets"), Verifier | Field, Blocks: true),
        new("D03", new("nomor dobel", "duplicate number"), Verifier, Blocks: true),
        new("D04", new("nomor tidak dikenal", "unknown number"), Verifier, Blocks: true),
        new("D05", new("nomor kosong atau sebagian", "number blank or partial"), Verifier, Blocks: true),
        new("D06", new("digit ganda atau ragu", "digit double or doubtful"), Operator | Verifier, Blocks: true),
        new("D07", new("tulisan benar, bulatan salah", "written right, bubbled wrong"), Verifier, Blocks: true, IsRecorded: true),
        new("D08", new("salah ruang", "wrong room"), Verifier | Field, Blocks: false),
        new("D09", new("tidak hadir tetapi ada LJK", "absent, but with a sheet"), Verifier | Field, Blocks: true),
        new("D10", new("hadir tetapi tidak ada LJK", "present without a sheet"), Verifier | Field, Blocks: true),
        new("D11", new("mapel salah atau kosong", "subject wrong or blank"), Verifier | Field, Blocks: true),
        new("D12", new("paket kosong, salah atau ganda", "package blank, wrong or double"), Verifier, Blocks: true),
        new("D13", new("bundel tidak urut", "batch out of order"), None, Blocks: false),
        new("D14", new("lembar kosong", "blank sheet"), Verifier | Field, Blocks: true),
        new("D15", new("LJK cadangan", "spares"), Verifier | Field, Blocks: true),
        new("D16", new("rusak, kotor atau tipis", "damaged, dirty or faint"), Operator | Verifier, Blocks: true),
        new("D17", new("LJK non-standar", "sheet of another kind"), Operator | Verifier | Field, Blocks: true),
        new("D18", new("nama atau tanggal lahir berbeda", "other name or date of birth"), Verifier, Blocks: false),
        new("D19", new("segel rusak atau tanpa tanda tangan", "seal broken or unsigned"), Field, Blocks: true, IsRecorded: true),
        new("D20", new("isi amplop salah atau daftar hadir tidak ada", "wrong contents or no attendance list"), Verifier | Field, Blocks: true, IsRecorded: true),
        new("D21", new("berita acara tidak konsisten", "contradictory minutes"), Verifier | Field, Blocks: true),
        new("D22", new("terbalik atau terpindai dua kali", "upside down or scanned twice"), Operator, Blocks: false),
        new("D23", new("bukan peserta asli atau tidak terdaftar", "impostor or unlisted"), Verifier | Field, Blocks: true),
        new("D24", new("ruang lebih dari 24", "more than 24 in a room"), None, Blocks: false),
        new("D25", new("tanda di luar jumlah butir", "marks beyond the last item"), None, Blocks: false),
        new("D26", new("pernyataan atau tanda tangan kosong", "no statement or signature"), Verifier | Field, Blocks: false, IsRecorded: true),
        new("D27", new("amplop belum diterima", "envelope not received"), Field, Blocks: true),
        .. Enumerable.Range(1, 12).Select(n => new FindingClass(
            FormattableString.Invariant($"E{n}"), new("kesamaan jumlah", "equality of counts"), Operator | Verifier | Field, Blocks: false,
            IsRecorded: true)),
    ];

    private static readonly FrozenDictionary<string, FindingClass> Table = All.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>The class of that code; null if there is none.</summary>
    public static FindingClass? Of(string code) => Table.GetValueOrDefault(code);

    /// <summary>Whether somebody of that role may do that about a finding of this class.</summary>
    public bool May(Role role, FindingActKind kind) => kind switch
    {
        FindingActKind.Answer => role.May(Act.AnswerFinding),
        FindingActKind.Propose => role.May(Act.AnswerFinding) && (role == Role.Verifikator || Parties.HasFlag(PartyOf(role))),
        _ => role.May(Act.CloseFinding),
    };

    private static Party PartyOf(Role role) => role switch
    {
        Role.Operator => Operator,
        Role.Verifikator => Verifier,
        Role.Ketua => Chair,
        _ => Field,
    };
}
