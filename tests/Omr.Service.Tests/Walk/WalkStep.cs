namespace Omr.Service.Tests.Walk;

/// <summary>A block of commands of docs/walk.md and the answer that stands below it.</summary>
/// <param name="Commands">What is to be typed.</param>
/// <param name="Answer">Lines that must come out, in this order; <c>...</c> stands for anything.</param>
internal sealed record WalkStep(string Commands, IReadOnlyList<string> Answer)
{
    /// <summary>The steps of a page.</summary>
    public static IReadOnlyList<WalkStep> Of(string page)
    {
        var steps = new List<WalkStep>();
        foreach (var (language, lines) in Blocks(page.Split('\n')))
        {
            if (language == "sh")
                steps.Add(new(string.Join('\n', lines), []));
            else if (language == "text")
                steps[^1] = steps[^1] with { Answer = lines };
        }

        return steps;
    }

    /// <summary>The first line of the answer that the output doesn't have; null if it has all.</summary>
    public string? Missing(string output)
    {
        using var said = ((IEnumerable<string>)output.Split('\n')).GetEnumerator();
        foreach (var line in Answer)
        {
            var isSaid = false;
            while (!isSaid && said.MoveNext())
                isSaid = Has(said.Current, line.Split("..."));
            if (!isSaid)
                return line;
        }

        return null;
    }

    // Answers without an end of line stand one after the other, so a line may begin and end anywhere.
    private static bool Has(string said, string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            at = said.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
                return false;
            at += part.Length;
        }

        return true;
    }

    private static IEnumerable<(string Language, List<string> Lines)> Blocks(string[] page)
    {
        List<string>? block = null;
        var language = "";
        foreach (var line in page)
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                block?.Add(line);
            }
            else if (block is null)
            {
                (block, language) = ([], line[3..]);
            }
            else
            {
                yield return (language, block);
                block = null;
            }
        }
    }
}
