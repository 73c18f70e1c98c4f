using Omr.Service.Storage;

namespace Omr.Service.Audit.Facts;

/// <summary>An account as the log's entries leave it, one after the other. Null is what an older log doesn't tell.</summary>
internal sealed class ToldAccount
{
    private const string Hash = "sha256 ";

    /// <param name="created">The entry by which it was made: <c>Operator 12-001, person, sha256 ...</c>.</param>
    public ToldAccount(AuditRow created)
    {
        var says = created.After.Split(", ");
        (Entry, CreatedAt, RoleAndRegion) = (created.Id, created.At, says[0]);
        (Kind, Secret) = (says.ElementAtOrDefault(1), HashIn(says));
        Person = created.Why.Length > 0 ? created.Why : null;
        ApprovedBy = created.Who == Access.Caller.Program.Name ? created.Who : null;
        IsIssued = Kind != "machine";
    }

    /// <summary>The entry that made it.</summary>
    public long Entry { get; }

    public DateTime CreatedAt { get; }

    /// <summary><c>Operator 12-001</c>.</summary>
    public string RoleAndRegion { get; }

    /// <summary><c>person</c> or <c>machine</c>.</summary>
    public string? Kind { get; }

    public string? Person { get; }

    /// <summary>Hash of what is kept of password or key.</summary>
    public string? Secret { get; private set; }

    public string? ApprovedBy { get; private set; }

    public DateTime? DisabledAt { get; private set; }

    /// <summary>Whether somebody else chose the password.</summary>
    public bool IsIssued { get; private set; }

    public bool HasCodes { get; private set; }

    /// <summary>Hash of what is kept of the one-time codes' secret.</summary>
    public string? Codes { get; private set; }

    /// <summary>The sessions it began: whether with a code.</summary>
    public List<bool?> Sessions { get; } = [];

    /// <summary>Takes the next entry about it.</summary>
    public void Take(AuditRow entry)
    {
        var says = entry.After.Split(", ");
        switch (entry.Act)
        {
            case "account.approve":
                ApprovedBy = entry.Who;
                break;
            case "account.disable":
                DisabledAt = entry.At;
                break;
            case "account.reset-password" or "account.password":
                (Secret, IsIssued) = (HashIn(says), entry.Act == "account.reset-password");
                break;
            case "account.second-factor":
                (HasCodes, Codes) = (true, HashIn(says));
                break;
            case "account.reset-second-factor":
                (HasCodes, Codes) = (false, null);
                break;
        }

        if (says[^1] == Access.Sessions.Said(true) || says[^1] == Access.Sessions.Said(false))
            Sessions.Add(says[^1] == Access.Sessions.Said(true));
        else if (entry.Act is "session.start" or "account.password")
            Sessions.Add(null);
    }

    private static string? HashIn(string[] says) => says.FirstOrDefault(s => s.StartsWith(Hash, StringComparison.Ordinal));
}
