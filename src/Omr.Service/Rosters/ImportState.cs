namespace Omr.Service.Rosters;

/// <summary>What became of a list that somebody brought.</summary>
internal enum ImportState
{
    /// <summary>Held against what is known, nothing written.</summary>
    Tried,

    /// <summary>Written.</summary>
    Applied,

    /// <summary>Refused: a row is wrong.</summary>
    Wrong,

    /// <summary>Refused: it would overwrite something, and nobody has confirmed just that.</summary>
    Unconfirmed,
}
