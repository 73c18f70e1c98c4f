using System.Globalization;

namespace Omr.Benchmarks.Http;

/// <summary>What <c>omr bench http</c> was asked to do.</summary>
/// <param name="Participants">How many have a score.</param>
/// <param name="Connections">Connections that ask at the same time, each one question after the other.</param>
/// <param name="Seconds">Length of a round.</param>
/// <param name="Rounds">How many rounds, after one to warm up.</param>
internal sealed record HttpOptions(int Participants, int Connections, int Seconds, int Rounds)
{
    public const string Usage = "usage: omr bench http [--participants N] [--connections N] [--seconds N] [--rounds N]";

    /// <summary>Reads the arguments; null if they are wrong.</summary>
    public static HttpOptions? Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, int>
        {
            ["--participants"] = 200_000, ["--connections"] = 64, ["--seconds"] = 10, ["--rounds"] = 3,
        };
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || !values.ContainsKey(args[i])
                || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return null;
            }

            values[args[i]] = number;
        }

        return new(values["--participants"], values["--connections"], values["--seconds"], values["--rounds"]);
    }
}
