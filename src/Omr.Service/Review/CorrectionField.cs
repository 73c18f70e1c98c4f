namespace Omr.Service.Review;

/// <summary>What a correction can be about, as it stands in the rows.</summary>
internal static class CorrectionField
{
    /// <summary>An answer; the item counts from 1.</summary>
    public const string Answers = "jawaban";

    /// <summary>The package as a whole.</summary>
    public const string Package = "paket";

    /// <summary>The subject as a whole.</summary>
    public const string Subject = "kd_mapel";

    /// <summary>The participant number.</summary>
    public const string Identity = "identity";

    /// <summary>The page as a whole.</summary>
    public const string Page = "page";
}
