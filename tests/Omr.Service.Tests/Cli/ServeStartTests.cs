using System.Net;
using System.Net.Sockets;
using Omr.Service.Hosting;

namespace Omr.Service.Tests.Cli;

/// <summary>What <c>omr serve</c> says when it can't start: one line, and no stack trace.</summary>
public sealed class ServeStartTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"Omr":{"Jobs":0}}""", "omr: omr.json: Omr:Jobs harus bilangan bulat 1 sampai 256, bukan '0'")]
    [InlineData("""{"Omr":{"Jobs":"dua"}}""", "omr: omr.json: Omr:Jobs harus bilangan bulat 1 sampai 256, bukan 'dua'")]
    [InlineData("""{"Omr":{"PedagogyWeight":1.5}}""", "omr: omr.json: Omr:PedagogyWeight harus bilangan 0 sampai 1, bukan '1.5'")]
    [InlineData("""{"Omr":{"Jobz":2}}""", "omr: omr.json: Omr:Jobz tidak dikenal; yang ada: Forms, Drops, Jobs,")]
    [InlineData("""{"Omr":{"Drops":[{"Path":"a","Oprator":"b"}]}}""", "omr: omr.json: Omr:Drops:0:Oprator tidak dikenal")]
    [InlineData("""{"Omr":{"Audit":{"HeadMinutes":0}}}""", "omr: omr.json: Omr:Audit:HeadMinutes harus bilangan 0.01 sampai 1440")]
    [InlineData("""{"Omr":{"TrustedProxies":["10.0.0.5","proxy.local"]}}""", "omr: omr.json: Omr:TrustedProxies:1 harus alamat IP seperti 10.0.0.5, bukan 'proxy.local'")]
    [InlineData("""{"Omr":{"TrustedProxies":["10.5"]}}""", "omr: omr.json: Omr:TrustedProxies:0 harus alamat IP seperti 10.0.0.5, bukan '10.5'")]
    [InlineData("""{"Omr":{"TrustedProxies":"10.0.0.5"}}""", "omr: omr.json: Omr:TrustedProxies harus daftar alamat, [\"10.0.0.5\"]")]
    [InlineData("{\"Omr\":{\n\"Jobs\":}}", "omr: omr.json, baris 2, huruf ")]
    [InlineData("[1]", "omr: omr.json: isinya tidak dapat dipakai")]
    public async Task Wrong_settings_are_named(string settings, string says)
    {
        _folder.Write("data/omr.json", settings);
        var result = await ServeAsync("http://127.0.0.1:0");
        Assert.Equal(2, result.Exit);
        Assert.StartsWith(says, result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var result = await ServeAsync(url);
        Assert.Equal(2, result.Exit);
        Assert.StartsWith($"omr: {url}: port dipakai program lain", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_another_service_has_is_told()
    {
        using var another = DataFolder.TryOpen(_folder["data"]);
        var result = await ServeAsync("http://127.0.0.1:0");
        Assert.Equal(2, result.Exit);
        Assert.StartsWith("omr: data: folder ini sedang dipakai layanan lain", result.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_told() =>
        Assert.StartsWith("omr: di-sini: bukan alamat", (await ServeAsync("di-sini")).ErrorLine, StringComparison.Ordinal);

    private async Task<CliResult> ServeAsync(string urls)
    {
        using var process = CliRunner.Start(_folder[""], "serve", "--data", "data", "--urls", urls);
        return await CliRunner.EndAsync(process);
    }
}
