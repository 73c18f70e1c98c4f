using Omr.Service.Storage;

namespace Omr.Service.Review;

/// <summary>A proposed correction with what was decided.</summary>
/// <param name="Row">The proposal.</param>
/// <param name="Decision">The decision; null while it waits.</param>
internal sealed record KnownCorrection(CorrectionRow Row, CorrectionDecisionRow? Decision)
{
    /// <summary>Whether it waits for a second person.</summary>
    public bool IsOpen => Decision is null;

    /// <summary>Whether it holds.</summary>
    public bool Holds => Decision is { IsAccepted: true };
}
