namespace Omr.Simulator.Scanning;

/// <summary>How a scanner that gives only black and white decides.</summary>
internal enum Bilevel
{
    /// <summary>It doesn't: the picture is grey.</summary>
    No,

    /// <summary>Darker than a share of the paper is black.</summary>
    Threshold,

    /// <summary>Error diffusion, as photo and "text enhance" modes do: grey becomes a pattern of dots.</summary>
    Diffusion,
}
