using System.Text;

namespace Omr.Scanner.Pdf;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; not 0 when it was ended for breaking a limit.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error, shortened.</param>
/// <param name="OverLimit">Whether it was ended because it took too long or wrote too much.</param>
internal sealed record ToolResult(int ExitCode, ReadOnlyMemory<byte> Output, string Error, bool OverLimit)
{
    /// <summary>The output as text.</summary>
    public string Text => Encoding.UTF8.GetString(Output.Span);
}
