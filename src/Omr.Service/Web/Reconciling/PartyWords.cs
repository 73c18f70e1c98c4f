using Omr.Service.Reconciliation.Closing;

namespace Omr.Service.Web.Reconciling;

/// <summary>What those who deal with findings are called.</summary>
internal static class PartyWords
{
    private static readonly (Party Party, Wording Name)[] Names =
    [
        (Party.Operator, new("operator pindai", "scan operator")),
        (Party.Verifier, new("verifikator", "verifier")),
        (Party.Chair, new("Ketua", "chair")),
        (Party.Field, new("Korkab, Korlok dan pengawas", "Korkab, Korlok and supervisor")),
    ];

    public static Wording Of(Party parties)
    {
        var named = Names.Where(n => parties.HasFlag(n.Party)).Select(n => n.Name).ToList();
        return named.Count == 0
            ? new("tidak seorang pun", "nobody")
            : new(string.Join(", ", named.Select(n => n.Indonesian)), string.Join(", ", named.Select(n => n.English)));
    }
}
