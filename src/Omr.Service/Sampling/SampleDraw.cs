using System.Globalization;
using Omr.Service.Audit;

namespace Omr.Service.Sampling;

/// <summary>A draw as the audit log keeps it: the readings are fixed by their hash before anybody reads a sheet again.</summary>
/// <param name="Run">The scoring run.</param>
/// <param name="Seed">The public seed.</param>
/// <param name="Size">Sheets drawn.</param>
/// <param name="Population">Sheets that could be drawn.</param>
/// <param name="Digest">Hash of the machine's readings of all of them (<see cref="SampleFrame"/>).</param>
internal sealed record SampleDraw(long Run, string Seed, int Size, int Population, string Digest)
{
    /// <summary>The act's name in the log.</summary>
    public const string Act = "sample.draw";

    /// <summary>The entry's subject.</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"run {Run}");

    /// <summary>The entry's other text; the seed is its reason.</summary>
    public string After => string.Create(CultureInfo.InvariantCulture, $"{Size} of {Population}, readings sha256 {Digest}");

    /// <summary>The draw that an entry tells; null if it is another act.</summary>
    public static SampleDraw? Of(AuditEntry entry) =>
        entry.Act == Act
        && entry.Subject.Split(' ') is ["run", var run] && long.TryParse(run, CultureInfo.InvariantCulture, out var number)
        && entry.After.Split(' ') is [var size, "of", [.. var all, ','], "readings", "sha256", var digest]
        && int.TryParse(size, CultureInfo.InvariantCulture, out var drawn) && int.TryParse(all, CultureInfo.InvariantCulture, out var population)
            ? new(number, entry.Why, drawn, population, digest)
            : null;
}
