namespace Omr.Service.Hosting;

/// <summary>A drop folder in the settings.</summary>
internal sealed class DropOption
{
    /// <summary>The folder; a relative one lies in the data folder, whose own is <c>drop</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>The account of whoever scans into it, who then may not confirm corrections of these sheets; empty if it varies.</summary>
    public string Operator { get; init; } = "";
}
