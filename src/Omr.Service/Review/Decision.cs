namespace Omr.Service.Review;

/// <summary>What a second person says to a proposed correction.</summary>
/// <param name="Terima">Whether the paper says so.</param>
/// <param name="Catatan">What else there is to say; needed when it is turned down.</param>
internal sealed record Decision(bool Terima, string? Catatan);
