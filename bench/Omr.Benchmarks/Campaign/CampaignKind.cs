using Omr.Forms.Ljk;
using Omr.Simulator.Encoding;
using Omr.Simulator.Profiles;

namespace Omr.Benchmarks.Campaign;

/// <summary>A campaign: its name, what it stands for, how many sheets a chunk has and what sheet each index is.</summary>
internal sealed record CampaignKind(string Name, string Sentence, int Chunk, Func<ulong, int, SheetCase> Case)
{
    /// <summary>
    /// Chunks in a row that are filled in on the same prints. Drawing a print takes as long as ten sheets; each filling,
    /// paper, hand and scan is drawn for its sheet alone.
    /// </summary>
    public int ChunksAPrint { get; init; } = 1;

    /// <summary>
    /// Sheets that it has unless told otherwise: for a hard class the 30,000 positions that RELIABILITY.md section 10,
    /// row 3, asks for.
    /// </summary>
    public int Sheets { get; init; } = 32;

    /// <summary>
    /// Sheets in specification: every form, profile clean and normal, a quarter at 300 dpi and the rest at 200, a
    /// quarter 1-bit and the rest grey JPEG of quality 40 to 92. The mix repeats every 256 sheets.
    /// </summary>
    public static CampaignKind Main { get; } = new(
        "main", "clean and normal, 200 and 300 dpi, JPEG quality 40 to 92, grey and 1-bit, all forms", 256,
        static (seed, index) => new(
            index,
            seed,
            LjkForm.All[index % 8],
            AnyQuality(index / 8 % 2 == 0 ? SimulationProfile.Clean : SimulationProfile.Normal),
            index / 16 % 4 == 3 ? 300 : 200,
            index / 64 % 4 == 3 ? ScanFormat.TiffG4 : ScanFormat.Jpeg))
    {
        ChunksAPrint = 4,
        Sheets = 40_000,
    };

    /// <summary>The prints of a chunk: one number for each group of chunks that share them.</summary>
    public int Prints(int chunk) => chunk / ChunksAPrint;

    /// <summary>The profile with JPEG of quality 40 to 92, whatever its own.</summary>
    public static SimulationProfile AnyQuality(SimulationProfile profile) =>
        profile with { Scanner = profile.Scanner with { Jpeg = new(40, 92) } };
}
