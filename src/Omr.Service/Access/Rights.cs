using System.Collections.Immutable;
using static Omr.Service.Access.Act;

namespace Omr.Service.Access;

/// <summary>Who may do what: the table of DOMAIN.md section 6. What isn't here is denied.</summary>
public static class Rights
{
    private static readonly ImmutableDictionary<Role, ImmutableHashSet<Act>> Table =
        new Dictionary<Role, ImmutableHashSet<Act>>
        {
            [Role.Admin] =
            [
                ViewRoster, ImportRoster, ViewSheets, ViewReview, ViewKeys, RunScoring, ViewRuns, ViewScores, ViewReleasedScores,
                ViewReconciliation, FollowEvents,
            ],
            [Role.Ketua] =
            [
                ViewRoster, EnterAttendance, ViewSheets, ViewReview, ConfirmCorrection, ViewKeys, SealKey, ViewRuns, Release, ViewScores,
                ViewReleasedScores, ViewReconciliation, CloseFinding, FollowEvents,
            ],
            [Role.Pemberkasan] = [ViewRoster, EnterAttendance, ViewSheets, ViewReconciliation, FollowEvents],
            [Role.Operator] =
                [ViewRoster, ViewSheets, Scan, ViewReview, ProposeCorrection, ViewReconciliation, AnswerFinding, FollowEvents],
            [Role.Verifikator] =
            [
                ViewRoster, EnterAttendance, ViewSheets, ViewReview, ProposeCorrection, ConfirmCorrection, ViewReconciliation,
                AnswerFinding, FollowEvents,
            ],
            [Role.PemegangKunci] = [ViewKeys, EnterKey],
            [Role.Korkab] = [ViewRoster, EnterAttendance, ViewReconciliation, AnswerFinding, ViewReleasedScores],
            [Role.Korlok] = [ViewRoster, EnterAttendance, ViewReconciliation, AnswerFinding],
            [Role.Pengawas] = [ViewRoster, EnterAttendance, ViewReconciliation, AnswerFinding],
            [Role.Auditor] =
            [
                ViewRoster, ViewSheets, ViewReview, ViewKeys, ViewRuns, ViewScores, ViewReleasedScores, ViewReconciliation, ViewAudit,
                FollowEvents,
            ],
            [Role.Sistem] = [ViewReleasedScores],
        }.ToImmutableDictionary();

    /// <summary>Whether that role may do that.</summary>
    public static bool May(this Role role, Act act) => Table[role].Contains(act);
}
