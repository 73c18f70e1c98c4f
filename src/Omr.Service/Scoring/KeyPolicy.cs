namespace Omr.Service.Scoring;

/// <summary>How an item is credited (kebijakan, DOMAIN.md section 4).</summary>
public enum KeyPolicy
{
    /// <summary><c>NORMAL</c>: the one right option.</summary>
    Normal,

    /// <summary><c>KUNCI_GANDA</c>: any of several options.</summary>
    SeveralKeys,

    /// <summary><c>BONUS</c>: everybody present gets it.</summary>
    Bonus,

    /// <summary><c>ANULIR</c>: the item leaves the score, as if it had never been asked.</summary>
    Annulled,

    /// <summary>
    /// <c>BEST_OF</c>: two keys. The sheet is scored twice, once with the first key of all such items and once with
    /// the second, and the better score counts.
    /// </summary>
    BestOf,
}
