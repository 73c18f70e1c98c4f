namespace Omr.Service.Reconciliation.Closing;

/// <summary>Who deals with a finding (DOMAIN.md section 3); whoever it is, V3 closes it.</summary>
[Flags]
internal enum Party
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>V1, operator pindai.</summary>
    Operator = 1,

    /// <summary>V2, verifikator.</summary>
    Verifier = 2,

    /// <summary>V3, the Ketua.</summary>
    Chair = 4,

    /// <summary>K, a question to Korkab, Korlok and pengawas.</summary>
    Field = 8,
}
