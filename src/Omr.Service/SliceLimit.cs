namespace Omr.Service;

/// <summary>How many entries of a list a caller gets at once.</summary>
internal static class SliceLimit
{
    private const int Usual = 100;
    private const int Most = 1000;

    /// <summary>As asked for, within limits.</summary>
    public static int Of(int? asked) => Math.Clamp(asked ?? Usual, 1, Most);
}
