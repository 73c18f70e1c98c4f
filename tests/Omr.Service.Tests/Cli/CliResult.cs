namespace Omr.Service.Tests.Cli;

/// <summary>How a run of the program ended.</summary>
internal sealed record CliResult(int Exit, string Out, string Error)
{
    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The one line on standard error; fails if there is none or more.</summary>
    public string ErrorLine
    {
        get
        {
            Assert.EndsWith("\n", Error, StringComparison.Ordinal);
            return Assert.Single(Error[..^1].Split('\n'));
        }
    }
}
