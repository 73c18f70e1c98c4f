using System.Xml.Linq;

namespace Omr.Architecture.Tests;

/// <summary>The arrows between the parts, as docs/architecture.md draws them.</summary>
public sealed class PartsTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Omr.Engine"] = [],
        ["Omr.Forms"] = ["Omr.Engine"],
        ["Omr.Simulator"] = ["Omr.Engine", "Omr.Forms"],
        ["Omr.Scanner"] = ["Omr.Engine"],
        ["Omr.Service"] = ["Omr.Engine", "Omr.Forms", "Omr.Simulator", "Omr.Scanner"],
    };

    public static TheoryData<string> Parts => [.. MayUse.Keys];

    [Fact]
    public void Every_part_under_src_is_known_here() =>
        Assert.Equal(
            MayUse.Keys.Order(), Repository.Projects("src").Select(p => Path.GetFileNameWithoutExtension(p)).Order());

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_refers_only_to_the_parts_it_may_use(string part)
    {
        var assembly = part == "Omr.Service" ? "omr" : part;
        var built = BuiltAssembly.References(assembly).Where(name => name.StartsWith("Omr.", StringComparison.OrdinalIgnoreCase));
        var project = XDocument.Load(Repository.Projects("src").Single(p => p.EndsWith($"{part}.csproj", StringComparison.Ordinal)));
        var declared = project.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!));

        Assert.Empty(built.Except(MayUse[part]));
        Assert.Empty(declared.Except(MayUse[part]));
    }

    [Fact]
    public void Every_part_has_its_tests_and_every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Omr.sln").Replace('\\', '/');
        var projects = Repository.Projects("src").Concat(Repository.Projects("tests")).Concat(Repository.Projects("bench"))
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/')).ToList();

        Assert.All(projects, p => Assert.Contains(p, solution, StringComparison.Ordinal));
        Assert.All(MayUse.Keys, part => Assert.Contains($"tests/{part}.Tests/{part}.Tests.csproj", projects));
    }

    [Fact]
    public void Each_stage_of_the_engine_knows_only_the_stages_before_it()
    {
        string[] stages = ["Decode", "Locate", "Register", "Sample", "Classify", "Identify", "Read"];
        var later =
            from file in Repository.Sources("src/Omr.Engine")
            let stage = Array.IndexOf(stages, file.Split('/')[2])
            where stage >= 0
            from used in stages[(stage + 1)..]
            where Repository.Read(file).Contains($"Omr.Engine.{used}", StringComparison.Ordinal)
            select $"{file} uses {used}";

        Assert.Empty(later);
    }

    [Fact]
    public void The_tools_under_the_stages_know_no_stage()
    {
        string[] stages = ["Decode", "Locate", "Register", "Sample", "Classify", "Identify", "Read"];
        string[] tools = ["Geometry", "Imaging", "Native", "Template"];
        var upward =
            from tool in tools
            from file in Repository.Sources($"src/Omr.Engine/{tool}")
            from stage in stages
            where Repository.Read(file).Contains($"using Omr.Engine.{stage};", StringComparison.Ordinal)
            select $"{file} uses {stage}";

        Assert.Empty(upward);
    }

    [Fact]
    public void Scoring_knows_nothing_of_reconciliation_and_neither_knows_who_calls_them()
    {
        (string From, string To)[] forbidden =
        [
            ("Scoring", "Cli"), ("Scoring", "Reconciliation"), ("Scoring", "Runs"), ("Scoring", "Exports"),
            ("Reconciliation", "Cli"), ("Reconciliation", "Runs"), ("Reconciliation", "Exports"),
            ("Rosters", "Cli"), ("Rosters", "Reconciliation"), ("Rosters", "Runs"), ("Exports", "Cli"), ("Runs", "Cli"), ("Web", "Api"), ("Api", "Web"), ("Web", "Cli"),
        ];
        var crossed =
            from arrow in forbidden
            where Directory.Exists(Path.Combine(Repository.Root, "src/Omr.Service", arrow.From))
            from file in Repository.Sources($"src/Omr.Service/{arrow.From}")
            where Repository.Read(file).Contains($"using Omr.Service.{arrow.To};", StringComparison.Ordinal)
            select $"{file} uses {arrow.To}";

        Assert.Empty(crossed);
    }
}
