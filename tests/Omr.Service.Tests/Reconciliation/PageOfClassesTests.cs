using System.Runtime.CompilerServices;
using Omr.Service.Access;
using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;

namespace Omr.Service.Tests.Reconciliation;

/// <summary>The tables of docs/reconciliation.md say what the code does; only their words in English are their own.</summary>
public class PageOfClassesTests
{
    private const int English = 2;
    private const int EnglishOfEqualities = 3;

    [Fact]
    public void Each_class_stands_there_with_its_name_who_proposes_whether_it_blocks_and_whether_people_record_it()
    {
        var classes = FindingClass.All.Where(c => c.Code[0] == 'D').Select(c => Row(c.Code, c));
        var counts = FindingClass.All.Where(c => c.Code[0] == 'E').Select(c => Row("E1 ... E12", c)).Distinct();
        Assert.Equal(classes.Concat(counts), RowsUnder("All classes").Select(r => Without(r, English)));
    }

    [Fact]
    public void Each_equality_stands_there_with_both_sides_and_the_finding_it_makes() =>
        Assert.Equal(
            Equalities.Rules.Select(r => string.Join(
                " | ", r.Code, r.Left.Indonesian, r.Right.Indonesian, r.Finding.Length == 0 ? "-" : r.Finding, YesNo(r.IsInfo))),
            RowsUnder("All equalities").Select(r => Without(r, EnglishOfEqualities)));

    private static string Row(string code, FindingClass of) => string.Join(
        " | ", code, of.Name.Indonesian,
        string.Join(", ", Enum.GetValues<Role>().Where(r => of.May(r, FindingActKind.Propose)).Select(r => r.ToString().ToLowerInvariant())),
        YesNo(of.Blocks), YesNo(of.IsRecorded));

    private static string YesNo(bool says) => says ? "ya" : "-";

    private static string Without(string[] row, int column)
    {
        Assert.NotEmpty(row[column]);
        return string.Join(" | ", row.Where((_, i) => i != column));
    }

    private static IEnumerable<string[]> RowsUnder(string heading) =>
        File.ReadLines(Path.Combine(Here(), "../../../docs/reconciliation.md"))
            .SkipWhile(l => l != $"## {heading}").Skip(1)
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(l => l.Trim('|', ' ').Split(" | "));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
