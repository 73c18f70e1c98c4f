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
                ViewReconciliation, FollowEvents, ViewAccounts, ManageAccounts,
            ],
            [Role.Ketua] =
            [
                ViewRoster, EnterAttendance, ViewSheets, ViewReview, ConfirmCorrection, ViewKeys, SealKey, ViewRuns, Release, ViewScores,
                ViewReleasedScores, ViewReconciliation, CloseFinding, FollowEvents, ViewAccounts, ApproveAccount,
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
                FollowEvents, ViewAccounts,
            ],
            [Role.Sistem] = [ViewReleasedScores],
        }.ToImmutableDictionary();

    // What can't be taken back, or gives rights away.
    private static readonly ImmutableHashSet<Act> WithSecondFactor = [Release, SealKey, ManageAccounts, ApproveAccount];

    /// <summary>Whether that is only for people who gave a one-time code when they signed in.</summary>
    public static bool NeedsSecondFactor(this Act act) => WithSecondFactor.Contains(act);

    /// <summary>Whether that role may do that.</summary>
    public static bool May(this Role role, Act act) => Table[role].Contains(act);
}
