namespace Omr.Scanner.Intake;

/// <summary>What a look into a drop folder came to.</summary>
/// <param name="Taken">Files that are in vault and ledger now, and no longer in the folder.</param>
/// <param name="New">Of those: with bytes that had not arrived before.</param>
/// <param name="Resting">Files that somebody may still be writing.</param>
/// <param name="Failures">Files that could not be taken, with the reason; they stay and are tried again.</param>
/// <param name="Suspects">Links, pipes and devices; never opened.</param>
/// <param name="Strays">Folders that are no room's; not looked into.</param>
/// <param name="HasLostDone">Whether the folder for originals isn't there although originals were moved to it.</param>
public sealed record IntakeRound(
    int Taken,
    int New,
    int Resting,
    IReadOnlyList<(string Name, Exception Error)> Failures,
    IReadOnlyList<string> Suspects,
    IReadOnlyList<string> Strays,
    bool HasLostDone = false);
