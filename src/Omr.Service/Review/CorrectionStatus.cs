namespace Omr.Service.Review;

/// <summary>Where a proposed correction stands.</summary>
public enum CorrectionStatus
{
    /// <summary>A second person must look.</summary>
    Menunggu,

    /// <summary>It holds.</summary>
    Diterima,

    /// <summary>It was turned down.</summary>
    Ditolak,
}
