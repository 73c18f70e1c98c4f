using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Intake;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Intake;

/// <summary>
/// More than two hundred names and kinds of things that nobody should leave in a drop folder, all at once before the running
/// service, between canaries that would tell if one was touched.
/// </summary>
public sealed class HostileDropTests : IDisposable
{
    private const int MostSeconds = 300;
    private static readonly DateTime Long = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // What stands in a name where a program may trip.
    private static readonly string[] Tricks =
    [
        .. ((string[])[
        "..", "...", "..\\..\\etc\\passwd", "\\\\host\\share\\x", "C:\\x", "a.jpg:b", "a.jpg::$DATA", "-rf", "--help", "-", "- -", "*", "?", "[a-z]", "~", "~root",
        "$HOME", "$(touch pwned)", "`touch pwned`", ";touch pwned", "|touch pwned", "&touch pwned", ">pwned", "<x", "a\nb", "a\r\nb", "a\rb", "\nSHA-256 0000", "a\tb",
        "\u001b[2J", "\u001b]0;owned\u0007", "\u0007", "\u0001", "\u007f", "\u0085", "\u009b31m", "\u202egpj.exe", "\u2066x\u2069", "\u200b", "\ufeff", "\u2028", "\u2029",
        "\ufffd", "\uff0e\uff0e\uff0fetc", "\u2215etc", "%2e%2e%2f", "%00", "%0d%0aSet-Cookie: a=b", "{0}", "{Name}", "%s%n", "${jndi:ldap://x}", "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>", "' OR 1=1 --", "'; DROP TABLE files; --", "=cmd|' /C calc'!A0", "+1", "@SUM(1)", "CON", "NUL", "aux", "COM1.jpg", "LPT1", "con.",
        "x.", "x ", " x", "  ", "x..", "é", "e\u0301", "İ", "ı", "ß", "日本語", "\U0001F4C4", "a,b", "a;b", "a\"b", "a'b", "a=b", "a&b=c", "#x", "x#y", "a?b=c", "a:b", ":", "a|b",
        "01-001-001 ", " 01-001-002", "01-001-001.", "01-001-001.jpg", "01--001", "-01-001-001", "01-001-001-001", "01‐001‐001", "０１-001-001", "01-001-001\n", "01-001-001\u200b",
        "omr.db", "omr.lock", "vault", "secrets", "selesai", "(1)", "x (2)", "x (2) (3)", "x (99999999999999999999)", "00000001 x"]).Select(n => n.Replace('/', '\u2044')),
    ];

    private readonly TempFolder _folder = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, 0);

    public HostileDropTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "links, pipes and bytes in names are made as Linux has them");
        Directory.CreateDirectory(At("outside/folder"));
        foreach (var canary in (string[])["outside/canary.jpg", "outside/folder/canary.jpg", "canary.jpg"])
        {
            File.WriteAllText(At(canary), "canary " + canary);
            File.SetLastWriteTimeUtc(At(canary), Long);
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _socket.Dispose();
        foreach (var link in new DirectoryInfo(_folder.Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Where(e => e.LinkTarget is not null))
            link.Delete();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nothing_that_lies_in_a_drop_folder_leads_out_of_it_or_stops_the_service()
    {
        using var data = new TempFolder();
        using var emptied = new Emptied(Path.Combine(data.Path, "drop"));
        Assert.Equal(Path.GetDirectoryName(data.Path), Path.GetDirectoryName(_folder.Path));
        await using var app = await OmrApp.StartAsync(data, b => b.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Omr:PatienceSeconds"] = "0.5" }));
        var drop = Path.Combine(data.Path, "drop");
        var (papers, folders, odd) = (Papers(drop), Folders(drop), Odd(drop));
        Assert.InRange(papers + folders + odd.Count, 200, 2000);
        foreach (var canary in Canaries())
            File.SetLastAccessTimeUtc(canary, Long); // reading one that was read so long ago would be noted
        var before = Snapshot();

        var status = app.Services.GetRequiredService<IntakeStatus>();
        for (var i = 0; i < 20 * MostSeconds && await ReadAsync(app) < papers; i++)
            await Task.Delay(50, Stop);
        Assert.Equal(papers, await ReadAsync(app));
        // Whatever comes after them is taken as ever.
        await File.WriteAllTextAsync(Path.Combine(drop, "last.jpg"), "the last", Stop);
        for (var i = 0; i < 20 * MostSeconds && await ReadAsync(app) < papers + 1; i++)
            await Task.Delay(50, Stop);

        Assert.Equal(papers + 1, await ReadAsync(app));
        Assert.Equal(before, Snapshot());
        Assert.Empty(status.Problems);
        Assert.Empty(status.NotTaken);
        Assert.Equal(odd.Order(StringComparer.Ordinal), status.Suspects.Select(s => s[(drop.Length + 1)..]).Order(StringComparer.Ordinal));
        Assert.Equal(folders, status.Strays.Count());
        var written = ((string[])["done", "parked", "vault"]).SelectMany(
            f => new DirectoryInfo(Path.Combine(data.Path, f)).EnumerateFileSystemInfos("*", SearchOption.AllDirectories));
        Assert.All(written, e => Assert.Null(e.LinkTarget));
        using var operators = await app.CallerAsync(Role.Operator);
        Assert.Contains("tidak dibuka", await operators.GetStringAsync("/api/v1/health", Stop), StringComparison.Ordinal);
        await PicturesAsync(app, operators);
    }

    // A text with a name in it has as many lines as one without; a file sent over HTTP has no header of its name's making.
    private static async Task PicturesAsync(OmrApp app, HttpClient client)
    {
        foreach (var text in Directory.EnumerateFiles(Path.Combine(app.Root, "parked"), "*.txt", SearchOption.AllDirectories))
        {
            var lines = (await File.ReadAllTextAsync(text, Stop)).Split('\n');
            Assert.Equal(4, lines.Length);
            Assert.StartsWith("SHA-256 ", lines[1], StringComparison.Ordinal);
            Assert.DoesNotContain(lines[0], c => char.IsControl(c) && c != '\ufeff');
        }

        for (var id = 1; id <= 40; id++)
        {
            using var answer = await client.GetAsync(new Uri($"/api/v1/sheets/{id}/image", UriKind.Relative), Stop);
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.ToString());
            Assert.Null(answer.Content.Headers.ContentDisposition);
            using var told = await client.GetAsync(new Uri($"/api/v1/sheets/{id}", UriKind.Relative), Stop);
            Assert.Equal(200, (int)told.StatusCode);
        }
    }

    // Plain files: flat, in a room's folder, and of the greatest length.
    private static int Papers(string drop)
    {
        var room = Path.Combine(drop, "01-001-001");
        Directory.CreateDirectory(room);
        var n = 0;
        foreach (var name in Tricks.Where(t => t is not (".." or "...")).SelectMany(t => (string[])[t, t + ".jpg"]).Concat(
            [new string('n', 255), new string('m', 251) + ".jpg", new string('é', 127), "n.jpg" + new string('x', 240)]).Where(IsShown).Distinct())
        {
            File.WriteAllText(Path.Combine(drop, name), $"paper {n++}");
            File.WriteAllText(Path.Combine(room, name), $"paper {n++}");
        }

        return n;
    }

    // Hidden and half-written files are passed over by rule.
    private static bool IsShown(string name) =>
        name[0] != '.' && Path.GetExtension(name) is not (".db" or ".part" or ".exe.txt") && !name.StartsWith("~$", StringComparison.Ordinal);

    // Folders that are no room's, each with a paper in it.
    private static int Folders(string drop)
    {
        var names = Tricks.Where(t => t is not (".." or "..." or "omr.db")).Where(IsShown).Select(t => t + "_dir ").ToList();
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.Combine(drop, name));
            File.WriteAllText(Path.Combine(drop, name, "a.jpg"), "somewhere else");
        }

        return names.Count;
    }

    // Links, pipes, sockets, devices, and names that are no UTF-8.
    private List<string> Odd(string drop)
    {
        Directory.CreateDirectory(Path.Combine(drop, "01-001-003"));
        var odd = new List<string>();
        string New(string name)
        {
            odd.Add(name);
            return Path.Combine(drop, name);
        }

        foreach (var place in (string[])["", "01-001-003/"])
        {
            File.CreateSymbolicLink(New(place + "to-file.jpg"), At("outside/canary.jpg"));
            File.CreateSymbolicLink(New(place + "to-folder"), At("outside/folder"));
            File.CreateSymbolicLink(New(place + "to-itself.jpg"), "to-itself.jpg");
            File.CreateSymbolicLink(New(place + "to-here"), ".");
            File.CreateSymbolicLink(New(place + "to-above"), "..");
            File.CreateSymbolicLink(New(place + "to-nothing.jpg"), "/nowhere/at/all");
            File.CreateSymbolicLink(New(place + "to-root"), "/");
            File.CreateSymbolicLink(New(place + "to-random.jpg"), "/dev/urandom");
            File.CreateSymbolicLink(New(place + "to-memory.jpg"), "/proc/self/environ");
            File.CreateSymbolicLink(New(place + "to-database.jpg"), "../omr.db");
            Sh("ln \"$1\" \"$2\"", At("outside/canary.jpg"), New(place + "hard.jpg"));
            Sh("mkfifo \"$1\"", New(place + "pipe.jpg"));
            Sh("printf x > \"$1/$(printf 'bad\\377name.jpg')\"", Path.Combine(drop, place));
            odd.Add(place + "bad\ufffdname.jpg");
            if (Environment.IsPrivilegedProcess)
            {
                Sh("mknod \"$1\" c 1 5", New(place + "zero.jpg"));
                Sh("mknod \"$1\" b 7 99", New(place + "disk.jpg"));
            }
        }

        Directory.CreateSymbolicLink(New("01-001-009"), At("outside/folder"));
        _socket.Bind(new UnixDomainSocketEndPoint(New("socket.jpg")));
        return odd;
    }

    private static Task<int> ReadAsync(OmrApp app) =>
        app.Store.ReadAsync(db => db.Arrivals.Join(db.Files.Where(f => f.ReadAt != null), a => a.FileId, f => f.Id, (a, f) => a.Id).CountAsync(Stop), Stop);

    private IEnumerable<string> Canaries() => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories);

    // Names, sizes, links, times of writing and reading, and what is in them.
    private string Snapshot()
    {
        var text = new StringBuilder();
        foreach (var entry in new DirectoryInfo(_folder.Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).OrderBy(e => e.FullName, StringComparer.Ordinal))
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{entry.FullName} {entry.Attributes} {entry.LastWriteTimeUtc:O} {(entry is FileInfo ? entry.LastAccessTimeUtc : default):O}");
        return text.ToString();
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private static void Sh(string script, params string[] arguments)
    {
        using var process = Process.Start("sh", ["-c", script, "sh", .. arguments]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    // .NET can't name, and so not remove, what is named in bytes that are no UTF-8.
    private sealed record Emptied(string Drop) : IDisposable
    {
        public void Dispose() => Sh("rm -rf -- \"$1\"/*", Drop);
    }
}
