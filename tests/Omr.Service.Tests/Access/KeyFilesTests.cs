using System.Net;
using System.Xml.Linq;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Access;

/// <summary>The keys behind cookies and one-time codes.</summary>
public sealed class KeyFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string[] Keys => Directory.GetFiles(Path.Combine(_folder.Path, "secrets"), "key-*.xml");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_that_a_power_cut_emptied_locks_nobody_out()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "secrets"));
        _folder.Write($"secrets/key-{Guid.NewGuid()}.xml", "");
        await using var app = await OmrApp.StartAsync(_folder);

        using var person = await app.PersonAsync(Role.Verifikator);

        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/api/v1/review", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_started_service_goes_on_with_the_key_that_it_has()
    {
        await using (await OmrApp.StartAsync(_folder))
            Assert.Single(Keys);
        await using (await OmrApp.StartAsync(_folder))
            Assert.Single(Keys);
    }

    [Fact]
    public void A_key_is_its_owners_alone_and_nothing_half_written_counts()
    {
        var keys = new KeyFiles(_folder.Path);
        _folder.Write("key-other.part", "<half");

        keys.StoreElement(new XElement("key", new XAttribute("id", 1)), "key-1");

        Assert.Equal("1", Assert.Single(keys.GetAllElements()).Attribute("id")!.Value);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder.Path, "key-1.xml")));
    }
}
