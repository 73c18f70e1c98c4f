namespace Omr.Service.Review;

/// <summary>What two people can say of a page as a whole: the values of <see cref="CorrectionField.Page"/>.</summary>
internal static class PageFate
{
    /// <summary>It is no answer sheet (a cover, a back side, a test page) and is left out.</summary>
    public const string Ignored = "abaikan";

    /// <summary>Its paper is scanned again and this page is left out.</summary>
    public const string ScannedAgain = "pindai-ulang";

    /// <summary>It is an answer sheet that nobody used.</summary>
    public const string Unused = "tidak-terpakai";
}
