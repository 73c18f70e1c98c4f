namespace Omr.Scanner.Acquire;

/// <summary>What a scan brought.</summary>
/// <param name="Pages">Pages that are in the folder.</param>
/// <param name="End">How it ended.</param>
/// <param name="Words">The scanner's own last words, English.</param>
public sealed record ScanResult(int Pages, ScanEnd End, string Words);
