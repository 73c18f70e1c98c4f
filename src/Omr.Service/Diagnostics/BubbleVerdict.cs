namespace Omr.Service.Diagnostics;

/// <summary>What a single bubble was taken for.</summary>
public enum BubbleVerdict
{
    /// <summary>Not marked: nobody wrote in it, or it was rubbed out.</summary>
    Blank,

    /// <summary>Marked.</summary>
    Marked,

    /// <summary>Perhaps marked: a person must look.</summary>
    Doubtful,
}
