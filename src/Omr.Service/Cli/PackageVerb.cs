using System.CommandLine;
using System.Globalization;
using Omr.Service.Hosting;
using Omr.Service.Packages;
using Omr.Service.Signing;

namespace Omr.Service.Cli;

/// <summary><c>omr package</c>: hands released results to others, signed, and verifies what was handed over.</summary>
internal static class PackageVerb
{
    /// <summary>The verb with its own verbs.</summary>
    public static Verb Make(Terminal terminal) => new(
        "package",
        terminal.Say("Paket hasil yang ditandatangani: membuat dan memeriksa", "Signed packages of results: makes and verifies them"),
        "omr package verify nilai-051.zip --public-key kunci.pem")
    {
        Create(terminal), Verify(terminal),
    };

    private static Verb Create(Terminal terminal)
    {
        var data = ServeVerb.Data(terminal);
        var release = new Option<long?>("--release") { HelpName = "ID", Description = terminal.Say("Nomor rilis", "Number of the release") };
        var kab = SharedOptions.File("--kab", "K", terminal.Say("Rilis terakhir kab ini", "The newest release of this kab"), required: false);
        var output = SharedOptions.File("--out", "F.zip", terminal.Say("Paket", "The package"), required: true);
        var verb = new Verb(
            "create",
            terminal.Say("Membuat paket dari nilai yang sudah dirilis", "Makes a package of scores that were released"),
            "omr package create --data /var/lib/omr --kab 051 --out nilai-051.zip")
        {
            data, release, kab, output,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var (root, number, name) = (parsed.GetRequiredValue(data), parsed.GetValue(release), parsed.GetValue(kab));
            if (number is null == name is null)
                return terminal.Fail(terminal.Say("berikan --release ID atau --kab K, salah satu", "give --release ID or --kab K, one of them"));
            if (DataFolder.Missing(root) is { } missing)
                return terminal.Fail(terminal.Say(missing.Indonesian, missing.English));
            using var file = OutputFile.Create(parsed.GetRequiredValue(output), terminal.Language, out var problem);
            if (file is null)
                return terminal.Fail(problem);
            var (bytes, refused) = await PackageMaker.MakeAsync(root, number, name, TimeProvider.System, stop);
            if (refused is not null)
                return terminal.Fail(terminal.Say(refused.Indonesian, refused.English));
            await file.Stream.WriteAsync(bytes, stop);
            file.Finish();
            terminal.Note(terminal.Say($"paket ditulis: {bytes.Length} bita", $"package written: {bytes.Length} bytes"));
            return ExitCode.Done;
        });
        return verb;
    }

    private static Verb Verify(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Say("Paket", "The package") };
        var key = KeyChoice.PublicKey(terminal);
        var verb = new Verb(
            "verify",
            terminal.Say("Memeriksa paket, tanpa layanan dan tanpa basis data", "Verifies a package, without service and database"),
            "omr package verify nilai-051.zip --public-key kunci.pem")
        {
            file, key,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (KeyChoice.Of(parsed.GetValue(key), [], terminal.Language, out var problem) is not { } keys)
                return terminal.Fail(problem);
            if (!File.Exists(path))
                return terminal.Fail(terminal.Say($"{path}: berkas tidak ada", $"{path}: no such file"));
            if (new FileInfo(path).Length > ResultPackage.LargestBytes)
                return Say(terminal, new("terlalu besar untuk paket hasil", "too large for a package of results"));
            var trusted = keys is [var given] ? given : null;
            var (manifest, wrong) = ResultPackage.Verify(await File.ReadAllBytesAsync(path, stop), trusted);
            return manifest is null ? Say(terminal, wrong!) : Say(terminal, manifest, trusted);
        });
        return verb;
    }

    private static int Say(Terminal terminal, Wording wrong)
    {
        terminal.Out.WriteLine(terminal.Say($"TIDAK SAH: {wrong.Indonesian}", $"REFUSED: {wrong.English}"));
        return ExitCode.Open;
    }

    private static int Say(Terminal terminal, PackageManifest manifest, VerifyingKey? trusted)
    {
        var (release, key) = (manifest.Rilis, manifest.Kepala.Key);
        void Line(FormattableString indonesian, FormattableString english) => terminal.Out.WriteLine(terminal.Say(
            indonesian.ToString(CultureInfo.InvariantCulture), english.ToString(CultureInfo.InvariantCulture)));
        Line(
            $"sah: kab {release.Kab}, rilis {release.Id} dari skoring {release.Run}, {manifest.Peserta} peserta, disahkan {release.Pengesah} pada {release.Waktu:u}",
            $"holds: kab {release.Kab}, release {release.Id} of run {release.Run}, {manifest.Peserta} participants, approved by {release.Pengesah} at {release.Waktu:u}");
        if (trusted is null)
        {
            Line(
                $"kunci {key} diambil dari paket itu sendiri: bandingkan dengan kunci yang Anda terima dari provinsi, atau pakai --public-key",
                $"key {key} was taken from the package itself: compare it with the one you got from the province, or use --public-key");
        }

        return ExitCode.Done;
    }
}
