using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Omr.Architecture.Tests;

/// <summary>
/// Where the program may do what can go wrong badly: each such call has its few places, and a new one fails here until
/// somebody has looked at it and named it. docs/security.md refers to these.
/// </summary>
public sealed class DangerousCallsTests
{
    /// <summary>Hashes and ciphers that are broken, modes that tell, random numbers that can be guessed.</summary>
    [Theory]
    [InlineData(@"\b(MD5|SHA1|HMACMD5|HMACSHA1|DES|TripleDES|RC2|RC4)\b")]
    [InlineData(@"\bCipherMode\.(ECB|CBC)\b")]
    [InlineData(@"\bRSA(SignaturePadding|EncryptionPadding)?\b")]
    [InlineData(@"\bRandom\.Shared\b|new Random\(|\bnew\(Random\b")]
    public void Weak_cryptography_and_guessable_numbers_are_used_nowhere(string pattern) => Assert.Empty(Using(pattern));

    [Theory]
    // Code made of text, objects made of names in the data, pages that lead elsewhere.
    [InlineData(@"\b(BinaryFormatter|TypeNameHandling|CSharpScript|DynamicMethod|JsonDerivedType|NetDataContractSerializer)\b")]
    [InlineData(@"\bAssembly\.Load|\bActivator\.CreateInstance")]
    [InlineData(@"(?<!\.)\bResults\.Redirect|\.Redirect\(|RedirectHttpResult|UseHttpsRedirection")]
    [InlineData(@"UseStaticFiles|UseDirectoryBrowser|UseFileServer|UseDeveloperExceptionPage")]
    [InlineData(@"\bAddCors|UseCors\b|UseWebSockets|GraphQL")]
    [InlineData(@"FromSqlRaw|FromSqlInterpolated|ExecuteSqlRaw|SqlQueryRaw")]
    [InlineData(@"\b(LdapConnection|DirectoryEntry|XPathNavigator|SelectNodes|SmtpClient|XslCompiledTransform)\b")]
    public void What_nothing_here_needs_is_used_nowhere(string pattern) => Assert.Empty(Using(pattern));

    [Fact]
    public void Other_programs_are_started_in_four_places_and_never_by_a_shell()
    {
        string[] places =
        [
            "src/Omr.Scanner/Acquire/SaneScanner.cs", "src/Omr.Scanner/Pdf/LimitedTool.cs", "src/Omr.Scanner/Workers/WorkerProcess.cs",
            "src/Omr.Simulator/Printing/PrintRaster.cs",
        ];
        Assert.Equal(places, Using(@"\bProcessStartInfo\b"));
        Assert.Empty(Using(@"UseShellExecute\s*=\s*true|""/?(bin/)?(ba)?sh""|cmd\.exe"));
    }

    [Fact]
    public void The_service_asks_no_other_machine_but_a_telemetry_collector_that_is_named() =>
        // The rehearsal asks its own service on loopback.
        Assert.Equal(
            ["src/Omr.Service/Rehearsal/RehearsalPerson.cs", "src/Omr.Service/Rehearsal/ServiceRehearsal.cs"],
            Using(@"\bHttpClient\b|\bTcpClient\b|\bUdpClient\b|\bClientWebSocket\b|\bnew Socket\b"));

    [Fact]
    public void SQL_is_made_of_this_programs_own_names_in_six_places() =>
        Assert.Equal(
            ["src/Omr.Service/Audit/AuditLog.cs", "src/Omr.Service/Hosting/DataBackup.cs", "src/Omr.Service/Runs/RunRows.cs", "src/Omr.Service/Storage/DatabaseCheck.cs", "src/Omr.Service/Storage/DatabaseCommand.cs", "src/Omr.Service/Storage/Store.cs"],
            Using(@"\bCommandText\b"));

    [Fact]
    public void XML_is_read_in_one_way_that_resolves_nothing()
    {
        Assert.Equal(["src/Omr.Service/Rosters/XlsxXml.cs"], Using(@"\bXmlReader\.Create\b"));
        // The service's own keys, in a folder that only it may read.
        Assert.Equal(["src/Omr.Service/Access/KeyFiles.cs"], Using(@"\bXmlDocument\b|\bXmlTextReader\b|\bXDocument\.Load\b|\bXElement\.Load\b"));
        Assert.Contains("DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null", Repository.Read("src/Omr.Service/Rosters/XlsxXml.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_expression_that_judges_text_is_known_when_the_program_is_built() =>
        // The schema of form templates has its patterns in itself.
        Assert.Equal(["src/Omr.Engine/Template/TemplateSchema.cs"], Using(@"\bnew Regex\(|\bRegex\.(IsMatch|Match|Replace|Split)\("));

    [Fact]
    public void Every_package_has_one_pinned_version_and_a_line_in_the_notices()
    {
        var pinned = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(p => (string)p.Attribute("Include")!, p => (string)p.Attribute("Version")!);
        var used = Repository.Projects("src").SelectMany(p => XDocument.Load(p).Descendants("PackageReference"))
            .Select(r => (string)r.Attribute("Include")!).Distinct().ToList();
        var notices = Repository.Read("THIRD-PARTY-NOTICES.md").Replace(" ", "", StringComparison.Ordinal);

        Assert.All(used, name => Assert.Contains(name, pinned.Keys));
        Assert.All(pinned.Values, version => Assert.Matches(@"^\d+(\.\d+)+$", version));
        string[] alike = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.OpenApi", "OpenTelemetry", "SQLitePCLRaw", "DocumentFormat.OpenXml", "Microsoft.CodeAnalysis", "System.Drawing.Common"];
        Assert.All(used.Where(name => !alike.Any(a => name.StartsWith(a, StringComparison.Ordinal))), name =>
            Assert.Contains(name.Replace("System.", "", StringComparison.Ordinal), notices, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Using(string pattern)
    {
        var asked = new Regex(pattern, RegexOptions.CultureInvariant);
        return Repository.Sources("src").Where(f => Repository.Read(f).Split('\n').Any(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && asked.IsMatch(l)));
    }
}
