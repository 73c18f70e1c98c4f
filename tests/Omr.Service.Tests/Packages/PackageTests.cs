using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Omr.Service.Access;
using Omr.Service.Packages;
using Omr.Service.Scoring;
using Omr.Service.Signing;
using Omr.Service.Tests.Audit;
using Omr.Service.Tests.Cli;
using Omr.Service.Tests.Publication;

namespace Omr.Service.Tests.Packages;

public sealed class PackageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Package => Path.Combine(_folder.Path, "nilai-12.zip");

    private string Key => Directory.GetFiles(Path.Combine(_folder.Path, "heads"), "*.pem").Single();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_release_becomes_a_package_that_tells_all_of_it_and_verifies_without_the_service()
    {
        await ReleaseAsync();
        Assert.Equal(0, (await CliRunner.RunAsync("package", "create", "--data", _folder.Path, "--kab", "12", "--out", Package)).Exit);

        var verified = await CliRunner.RunAsync("package", "verify", Package, "--public-key", Key);
        Assert.Equal(0, verified.Exit);
        Assert.StartsWith("sah: kab 12, rilis 1 dari skoring 1, 3 peserta, disahkan Ketua-", verified.Out, StringComparison.Ordinal);
        Assert.Contains("--public-key", (await CliRunner.RunAsync("package", "verify", Package, "--lang", "en")).Out, StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(Package);
        Assert.Equal(ResultPackage.Names, zip.Entries.Select(e => e.FullName));
        Assert.Equal(
            """"
            nomor_peserta,nama,kd_kab,lokasi,ruang,kd_mapel,paket,benar,salah,kosong,ganda,pedagogik,profesional,nilai,status
            1001,"Peserta ""1001""",12,001,001,180,01,60,30,7,3,55.50,70.25,80.00,DN
            1002,"Peserta ""1002""",12,001,001,180,01,,,,,,,,RV
            1003,"Peserta ""1003""",12,001,001,"'=180",01,60,30,7,3,55.50,70.25,70.50,DN

            """", Text(zip, "nilai.csv"));
        var receipt = Text(zip, "tanda-bukti.txt");
        Assert.Contains("Nomor            : TB-NILAI/12/0001", receipt, StringComparison.Ordinal);
        Assert.Contains("Peserta          : 3 (DN 2, RV 1)", receipt, StringComparison.Ordinal);
        Assert.Contains("\"versiKunci\": \"180:1\"", Text(zip, "manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_release_gives_the_same_contents_each_time()
    {
        await ReleaseAsync();
        var first = (await PackageMaker.MakeAsync(_folder.Path, 1, null, TimeProvider.System, Stop)).Bytes;
        var second = (await PackageMaker.MakeAsync(_folder.Path, 1, null, TimeProvider.System, Stop)).Bytes;

        Assert.Equal(
            StoredZip.Read(first, ResultPackage.Names)!.Take(6).Select(c => Convert.ToHexString(c.Span)),
            StoredZip.Read(second, ResultPackage.Names)!.Take(6).Select(c => Convert.ToHexString(c.Span)));
        var (notThere, problem) = await PackageMaker.MakeAsync(_folder.Path, null, "13", TimeProvider.System, Stop);
        Assert.Empty(notThere);
        Assert.Contains("no such release", problem!.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_bit_of_a_package_can_be_changed_and_nothing_added_or_cut_off()
    {
        await ReleaseAsync();
        var package = (await PackageMaker.MakeAsync(_folder.Path, 1, null, TimeProvider.System, Stop)).Bytes;
        Assert.NotNull(ResultPackage.Verify(package, null).Manifest);

        var changed = package.ToArray();
        for (var bit = 0; bit < 8 * package.Length; bit++)
        {
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            if (ResultPackage.Verify(changed, null).Manifest is not null)
                Assert.Fail($"bit {bit} of {8 * package.Length} may be changed");
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Null(ResultPackage.Verify((byte[])[.. package, 0], null).Manifest);
        Assert.Null(ResultPackage.Verify(package.AsMemory(0, package.Length - 1), null).Manifest);
        Assert.Null(ResultPackage.Verify(package.AsMemory(0, 100), null).Manifest);
        Assert.Null(ResultPackage.Verify(Array.Empty<byte>(), null).Manifest);
    }

    [Fact]
    public async Task A_package_signed_by_another_key_is_refused_and_so_are_bombs_and_foreign_files()
    {
        await ReleaseAsync();
        var contents = StoredZip.Read((await PackageMaker.MakeAsync(_folder.Path, 1, null, TimeProvider.System, Stop)).Bytes, ResultPackage.Names)!.ToList();
        var stranger = SigningKey.Make(Directory.CreateDirectory(Path.Combine(_folder.Path, "stranger")).FullName);
        contents[6] = Encoding.ASCII.GetBytes(stranger.Sign(PackageManifest.Type, contents[5].Span) + "\n");
        var forged = StoredZip.Write([.. ResultPackage.Names.Zip(contents)]);
        Assert.Contains("signature", ResultPackage.Verify(forged, null).Problem!.English, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Package, forged, Stop);
        Assert.Equal(1, (await CliRunner.RunAsync("package", "verify", Package, "--public-key", Key)).Exit);

        // Compressed, so a kilobyte could be a gigabyte: never unpacked, whatever its names are.
        File.Delete(Package);
        using (var bomb = ZipFile.Open(Package, ZipArchiveMode.Create))
            foreach (var name in ResultPackage.Names)
                using (var entry = bomb.CreateEntry(name, CompressionLevel.SmallestSize).Open())
                    entry.Write(new byte[10 << 20]);
        var refused = await CliRunner.RunAsync("package", "verify", Package, "--lang", "en");
        Assert.Equal((1, true), (refused.Exit, refused.Out.StartsWith("REFUSED", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(Package, "nilai", Stop);
        Assert.Equal(1, (await CliRunner.RunAsync("package", "verify", Package)).Exit);
        Assert.Equal(2, (await CliRunner.RunAsync("package", "verify", Package + "x")).Exit);
    }

    [Fact]
    public async Task No_package_is_made_of_scores_or_a_log_that_were_changed_in_the_database()
    {
        await ReleaseAsync();
        using (var database = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "omr.db")};Pooling=false"))
        {
            database.Open();
            WrittenLog.Run(database, "DROP TRIGGER scores_no_UPDATE; UPDATE scores SET Value = '99.0' WHERE Number = '1001'");
            var (_, problem) = await PackageMaker.MakeAsync(_folder.Path, 1, null, TimeProvider.System, Stop);
            Assert.Contains("run 1", problem!.English, StringComparison.Ordinal);
            WrittenLog.Run(database, "UPDATE scores SET Value = '80.0' WHERE Number = '1001'");
            Assert.Null((await PackageMaker.MakeAsync(_folder.Path, 1, null, TimeProvider.System, Stop)).Problem);
            WrittenLog.Run(database, "DROP TRIGGER audit_no_UPDATE; UPDATE audit SET Who = 'lain' WHERE Id = 3");
        }

        Assert.Contains("isn't whole", (await PackageMaker.MakeAsync(_folder.Path, 1, null, TimeProvider.System, Stop)).Problem!.English, StringComparison.Ordinal);
    }

    private async Task ReleaseAsync()
    {
        var standing = new Standing()
            .With("1001", "12-001-001", ScoreStatus.DN, 80m).With("1002", "12-001-001", ScoreStatus.RV, 66m)
            .With("1003", "12-001-001", ScoreStatus.DN, 70.5m, "=180").With("2001", "13-001-001", ScoreStatus.DN, 60m);
        await using var app = await standing.ServeAsync(_folder);
        using var admin = await app.CallerAsync(Role.Admin);
        using var ketua = await app.CallerAsync(Role.Ketua);
        await Standing.ReleaseAsync(ketua, await Standing.RunAsync(admin), "12");
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
