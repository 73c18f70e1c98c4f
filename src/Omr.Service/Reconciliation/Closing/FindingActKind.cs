namespace Omr.Service.Reconciliation.Closing;

/// <summary>What somebody does about a finding.</summary>
internal enum FindingActKind
{
    /// <summary><c>jawab</c>: tells something about it.</summary>
    Answer,

    /// <summary><c>usul</c>: proposes how it is closed.</summary>
    Propose,

    /// <summary><c>tutup</c>: closes it.</summary>
    Close,
}
