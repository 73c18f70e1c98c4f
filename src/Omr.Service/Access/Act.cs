namespace Omr.Service.Access;

/// <summary>What a route lets somebody do. Who may is in <see cref="Rights"/>.</summary>
public enum Act
{
    /// <summary>See roster, placement and attendance.</summary>
    ViewRoster,

    /// <summary>Import the roster.</summary>
    ImportRoster,

    /// <summary>Enter attendance lists and the rooms' minutes (berita acara).</summary>
    EnterAttendance,

    /// <summary>See batches, sheets and their pictures.</summary>
    ViewSheets,

    /// <summary>Scan and accept batches.</summary>
    Scan,

    /// <summary>See what waits for a decision.</summary>
    ViewReview,

    /// <summary>Propose a correction.</summary>
    ProposeCorrection,

    /// <summary>Confirm a correction that somebody else proposed.</summary>
    ConfirmCorrection,

    /// <summary>See which versions of the keys there are, entered and sealed; never what they say.</summary>
    ViewKeys,

    /// <summary>Enter a key.</summary>
    EnterKey,

    /// <summary>Seal a key that two people entered alike.</summary>
    SealKey,

    /// <summary>Start a scoring run.</summary>
    RunScoring,

    /// <summary>See runs and compare them.</summary>
    ViewRuns,

    /// <summary>Release a region's scores.</summary>
    Release,

    /// <summary>See scores before they are released.</summary>
    ViewScores,

    /// <summary>See released scores.</summary>
    ViewReleasedScores,

    /// <summary>See counts and discrepancies.</summary>
    ViewReconciliation,

    /// <summary>Propose how a discrepancy is closed, or answer to it.</summary>
    AnswerFinding,

    /// <summary>Close a discrepancy.</summary>
    CloseFinding,

    /// <summary>See the audit log.</summary>
    ViewAudit,

    /// <summary>Follow what happens.</summary>
    FollowEvents,

    /// <summary>See who has an account.</summary>
    ViewAccounts,

    /// <summary>Make accounts and shut them out.</summary>
    ManageAccounts,

    /// <summary>Let a new account in.</summary>
    ApproveAccount,
}
