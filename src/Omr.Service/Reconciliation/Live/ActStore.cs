using Omr.Service.Access;
using Omr.Service.Audit;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Storage;

namespace Omr.Service.Reconciliation.Live;

/// <summary>Takes what people answer, propose and decide about findings.</summary>
internal sealed class ActStore(Store store, LiveProvince live, TimeProvider time)
{
    /// <summary>Why that may not be done; null if it may.</summary>
    public async Task<Wording?> ProblemAsync(Caller caller, FindingKey key, FindingActKind kind, CancellationToken stop)
    {
        var kindOf = FindingClass.Of(key.Code)!;
        if (!kindOf.May(caller.Role, kind))
        {
            return new(
                $"Peran {caller.Role} tidak berhak {Word(kind)} temuan {key.Code}.",
                $"The role {caller.Role} may not {EnglishWord(kind)} a finding {key.Code}.");
        }

        if (kind != FindingActKind.Close)
            return null;
        var own = await store.ReadAsync(db => OwnAccounts.OfAsync(db, caller, stop), stop);
        return ClosingRule.Judge(live.Current.Acts.Of(key), own);
    }

    /// <summary>Writes it down; when this returns it is on the disk and counts.</summary>
    public async Task RecordAsync(Caller caller, FindingKey key, FindingActKind kind, string text, CancellationToken stop)
    {
        var act = new FindingAct(key, kind, text, caller.Name, time.GetUtcNow().UtcDateTime);
        await store.WriteAsync(
            async db =>
            {
                db.FindingActs.Add(new()
                {
                    Code = key.Code, Room = key.Room, Number = key.Number, Subject = key.Subject,
                    Act = kind switch { FindingActKind.Answer => "answer", FindingActKind.Propose => "propose", _ => "close" },
                    Text = text, By = act.By, At = act.At,
                });
                await AuditTrail.AppendAsync(
                    db, time, caller, $"finding.{kind}", $"{key.Code} {key.Room} {key.Number} {key.Subject}".TrimEnd(), after: text, stop: stop);
            },
            stop);
        live.Record([act]);
    }

    private static string EnglishWord(FindingActKind kind) => kind switch
    {
        FindingActKind.Answer => "answer",
        FindingActKind.Propose => "propose to close",
        _ => "close",
    };

    private static string Word(FindingActKind kind) => kind switch
    {
        FindingActKind.Answer => "menjawab",
        FindingActKind.Propose => "mengusulkan penutupan",
        _ => "menutup",
    };
}
