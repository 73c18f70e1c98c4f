using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Omr.Service.Hosting;

namespace Omr.Service.Tests.Hosting;

public class LineFormatterTests
{
    [Theory]
    [InlineData("a\n12:00:00 info: all is well")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    [InlineData("\u001b[2J\u001b]0;owned\u0007")]
    [InlineData("\u009b31m")]
    [InlineData("\u202egpj.exe")]
    [InlineData("a\u2028b\u0085c\u000bd")]
    public void Nothing_that_a_name_holds_begins_a_line_of_the_log_or_moves_the_cursor(string name)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var entry = new LogEntry<string>(LogLevel.Warning, "Omr", new EventId(4), name, new IOException(name), (state, _) => $"{state} can't be taken");

        new LineFormatter(TimeProvider.System).Write(entry, null, output);

        var line = output.ToString();
        Assert.EndsWith("\n", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line[..^1], c => char.IsControl(c) || c is '\u202e' or '\u2028');
        Assert.Contains(" warn: Omr[4] ", line, StringComparison.Ordinal);
    }
}
