using System.Text.RegularExpressions;

namespace Omr.Architecture.Tests;

/// <summary>
/// docs/security.md says of each requirement of OWASP ASVS 5.0, levels 1 and 2 and seven of level 3, which test shows it or why
/// there is none. Here it is held against the numbers of the standard and against the tests that there are.
/// </summary>
public sealed partial class SecurityMapTests
{
    private const string Document = "docs/security.md";

    // Level 1, level 2, and those of level 3 that an exam needs; by chapter.section, then the numbers.
    private const string Level1 =
        "1.2:1-5 1.3:1-2 1.5:1 2.1:1 2.2:1-2 2.3:1 3.2:1-2 3.3:1 3.4:1-2 3.5:1-3 4.1:1 4.4:1 5.2:1-2 5.3:1-2 6.1:1 6.2:1-8 6.3:1-2 6.4:1-2 "
        + "7.2:1-4 7.4:1-2 8.1:1 8.2:1-2 8.3:1 9.1:1-3 9.2:1 10.4:1-5 11.3:1-2 11.4:1 12.1:1 12.2:1-2 13.4:1 14.2:1 14.3:1 15.1:1 15.2:1 15.3:1";

    private const string Level2 =
        "1.1:1-2 1.2:6-9 1.3:3-11 1.4:1-3 1.5:2 2.1:2-3 2.2:3 2.3:2-4 2.4:1 3.3:2-4 3.4:3-6 3.5:4-5 3.7:1-2 4.1:2-3 4.2:1 4.3:1-2 4.4:2-4 "
        + "5.1:1 5.2:3 5.4:1-3 6.1:2-3 6.2:9-12 6.3:3-4 6.4:3-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.3:1-2 7.4:3-5 7.5:1-2 7.6:1-2 8.1:2 8.2:3 8.4:1 "
        + "9.2:2-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:6-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:3 11.4:2-4 11.5:1 11.6:1 12.1:2-3 12.3:1-4 "
        + "13.1:1 13.2:1-5 13.3:1-2 13.4:2-5 14.1:1-2 14.2:2-4 14.3:2-3 15.1:2-3 15.2:2-3 15.3:2-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 "
        + "17.1:1 17.2:1-4 17.3:1-2";

    private const string OfLevel3 = "1.2:10 2.3:5 5.2:6 5.3:3 8.3:2 15.2:5 15.4:2";

    [Fact]
    public void The_standard_has_70_requirements_of_level_1_and_183_of_level_2() =>
        Assert.Equal((70, 183, 7), (Numbers(Level1).Count(), Numbers(Level2).Count(), Numbers(OfLevel3).Count()));

    [Fact]
    public void Every_requirement_stands_in_the_map_once()
    {
        var mapped = Lines().Select(l => l.Number).ToList();
        Assert.Empty(mapped.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Numbers(Level1 + " " + Level2 + " " + OfLevel3).Except(mapped));
        Assert.Empty(mapped.Except(Numbers(Level1 + " " + Level2 + " " + OfLevel3)));
    }

    [Fact]
    public void Every_requirement_has_a_test_or_a_reason_or_is_called_open()
    {
        foreach (var (number, answer) in Lines())
        {
            var isOne = Test().IsMatch(answer) || answer.StartsWith("n/a: ", StringComparison.Ordinal)
                || answer.StartsWith("by design: ", StringComparison.Ordinal) || answer.StartsWith("open: ", StringComparison.Ordinal);
            Assert.True(isOne, $"{number}: {answer}");
            Assert.True(answer.Length > 10, $"{number}: {answer}");
        }
    }

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var sources = Repository.Sources("tests").ToLookup(f => Path.GetFileNameWithoutExtension(f));
        var missing =
            from line in Repository.Read(Document).Split('\n')
            from Match test in Test().Matches(line)
            let method = $@"public (async )?\S+ {test.Groups["method"].Value}\("
            where !sources[test.Groups["class"].Value].Any(file => Regex.IsMatch(Repository.Read(file), method))
            select test.Value;
        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void The_counts_that_the_document_states_are_its_own()
    {
        var lines = Lines().ToList();
        var open = lines.Count(l => l.Answer.StartsWith("open: ", StringComparison.Ordinal));
        var reasons = lines.Count(l => l.Answer.StartsWith("n/a: ", StringComparison.Ordinal) || l.Answer.StartsWith("by design: ", StringComparison.Ordinal));
        Assert.Contains($"{lines.Count - open - reasons} by tests, {reasons} by a written reason, {open} open", Repository.Read(Document), StringComparison.Ordinal);
    }

    // Rows of its tables: | 1.2.3 | what | answer |
    private static IEnumerable<(string Number, string Answer)> Lines() =>
        Repository.Read(Document).Split('\n').Select(l => Row().Match(l)).Where(m => m.Success)
            .Select(m => (m.Groups["number"].Value, m.Groups["answer"].Value.Trim()));

    private static IEnumerable<string> Numbers(string text) =>
        from part in text.Split(' ')
        let section = part.Split(':')[0]
        let range = part.Split(':')[1].Split('-').Select(int.Parse).ToList()
        from number in Enumerable.Range(range[0], range[^1] - range[0] + 1)
        select $"{section}.{number}";

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \|[^|]*\|(?<answer>[^|]*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<class>[A-Z]\w+Tests)\.(?<method>[A-Z]\w+)`")]
    private static partial Regex Test();
}
