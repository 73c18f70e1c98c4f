namespace Omr.Service.Review;

/// <summary>What a second person reads on the paper without having seen what the first one did.</summary>
/// <param name="Baru">What the paper says, as in a proposal.</param>
internal sealed record BlindReading(string Baru);
