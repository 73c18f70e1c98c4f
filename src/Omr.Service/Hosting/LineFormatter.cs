using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Omr.Scanner;

namespace Omr.Service.Hosting;

/// <summary>
/// The log for somebody who watches, a line an entry. Names of files and what callers sent are in it: nothing of them begins a
/// line of its own, moves the cursor or turns the direction of writing.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class LineFormatter(TimeProvider time) : ConsoleFormatter(Key)
{
    /// <summary>Its name among the formatters.</summary>
    public const string Key = "omr-line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var text = logEntry.Formatter(logEntry.State, logEntry.Exception);
        if (logEntry.Exception is { } error)
            text += $" {error}";
        var line = FileNames.Shown(text.ReplaceLineEndings(" "));
        textWriter.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss} {Level(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}] {line}"));
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
