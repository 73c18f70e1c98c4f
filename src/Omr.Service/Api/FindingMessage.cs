using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;

namespace Omr.Service.Api;

/// <summary>A finding as the API tells it, with the columns of temuan.csv.</summary>
/// <param name="Kode">D01 to D27.</param>
/// <param name="KdKab">Kab; empty for the province.</param>
/// <param name="Lokasi">Lokasi.</param>
/// <param name="Ruang">Room.</param>
/// <param name="NomorPeserta">Participant number; empty if none.</param>
/// <param name="File">File; empty if it is about no page.</param>
/// <param name="Page">Page in the file.</param>
/// <param name="Lembar">Number of the page in the ledger, for <c>/sheets</c>.</param>
/// <param name="Subjek">What tells it from others of its kind; to be sent back with an act.</param>
/// <param name="Uraian">What, how many, what to do.</param>
/// <param name="Status"><c>terbuka</c>, <c>tertutup</c> or <c>info</c>.</param>
/// <param name="MenahanRilis">Whether the release waits for it while it is open.</param>
/// <param name="Tindakan">What people did about it.</param>
internal sealed record FindingMessage(
    string Kode,
    string KdKab,
    string Lokasi,
    string Ruang,
    string NomorPeserta,
    string File,
    int? Page,
    long? Lembar,
    string Subjek,
    string Uraian,
    string Status,
    bool MenahanRilis,
    IReadOnlyList<FindingMessage.ActMessage> Tindakan)
{
    /// <summary>The finding in the caller's language.</summary>
    public static FindingMessage Of(HttpContext context, ListedFinding listed)
    {
        var f = listed.Finding;
        var maySeeScores = Caller.Of(context.User).Role.May(Act.ViewScores);
        return new(
            f.Code, f.Room?.Kab ?? "", f.Room?.Lokasi ?? "", f.Room?.Ruang ?? "", f.Number, f.Page?.File ?? "", f.Page?.Page,
            f.Page is { Row: > 0 } page ? page.Row : null, f.Subject, context.Say(maySeeScores ? f.Whole : f.What), Word(listed.Status),
            listed.Status == FindingStatus.Open && FindingClass.Of(f.Code) is { Blocks: true },
            [.. listed.Acts.Select(a => new ActMessage(Word(a.Kind), a.Text, a.By, a.At))]);
    }

    /// <summary>The word for a status.</summary>
    public static string Word(FindingStatus status) => status switch
    {
        FindingStatus.Open => "terbuka",
        FindingStatus.Closed => "tertutup",
        _ => "info",
    };

    private static string Word(FindingActKind kind) => kind switch
    {
        FindingActKind.Answer => "jawab",
        FindingActKind.Propose => "usul",
        _ => "tutup",
    };

    /// <param name="Tindakan"><c>jawab</c>, <c>usul</c> or <c>tutup</c>.</param>
    /// <param name="Teks">In their words.</param>
    /// <param name="Oleh">Who.</param>
    /// <param name="Waktu">When, UTC.</param>
    internal sealed record ActMessage(string Tindakan, string Teks, string Oleh, DateTime Waktu);
}
