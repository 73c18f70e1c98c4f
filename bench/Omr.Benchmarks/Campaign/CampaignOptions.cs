using System.Globalization;

namespace Omr.Benchmarks.Campaign;

/// <summary>What <c>omr bench campaign</c> was asked to do.</summary>
internal sealed record CampaignOptions
{
    public const string Usage =
        "usage: omr bench campaign [--class NAME|all] [--sheets N] [--minutes N] [--seed N] [--jobs N] [--state FILE] "
        + "[--report] [--mix-engines] [--only INDEX --keep DIR]";

    /// <summary>Null for the campaign in specification.</summary>
    public string? Class { get; private init; }

    /// <summary>Sheets of each campaign; null for its own number.</summary>
    public int? Sheets { get; private init; }

    public double Minutes { get; private init; } = double.MaxValue;

    public ulong Seed { get; private init; } = 1;

    public int Jobs { get; private init; } = Environment.ProcessorCount;

    public string State { get; private init; } = "";

    public bool ReportOnly { get; private init; }

    /// <summary>Whether chunks of another engine's state are gone on with; the report then says so.</summary>
    public bool MixEngines { get; private init; }

    public int? Only { get; private init; }

    public string Keep { get; private init; } = "";

    /// <summary>Reads the arguments; null when they say nothing that can be done.</summary>
    /// <param name="args">What follows the command.</param>
    /// <param name="state">The state file where none is given.</param>
    public static CampaignOptions? Parse(IReadOnlyList<string> args, string state = "campaign.jsonl")
    {
        var options = new CampaignOptions { State = state };
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--report")
            {
                options = options with { ReportOnly = true };
                continue;
            }

            if (args[i] == "--mix-engines")
            {
                options = options with { MixEngines = true };
                continue;
            }

            if (i + 1 == args.Count || options.With(args[i], args[++i]) is not { } more)
                return null;
            options = more;
        }

        return options.Only is null == (options.Keep.Length == 0) ? options : null;
    }

    /// <summary>Whether so many sheets, the command's own number, are measured or the report is asked for.</summary>
    public bool IsWhole(int sheets) => ReportOnly || ((Sheets ?? sheets) >= sheets && Minutes == double.MaxValue);

    private CampaignOptions? With(string name, string value)
    {
        var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : -1;
        return name switch
        {
            "--class" => this with { Class = value },
            "--state" => this with { State = value },
            "--keep" => this with { Keep = value },
            _ when number < 0 => null,
            "--sheets" => this with { Sheets = number },
            "--minutes" => this with { Minutes = number },
            "--seed" => this with { Seed = (ulong)number },
            "--jobs" => this with { Jobs = Math.Max(1, number) },
            "--only" => this with { Only = number },
            _ => null,
        };
    }
}
