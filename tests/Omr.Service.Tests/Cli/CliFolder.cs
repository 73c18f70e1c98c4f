namespace Omr.Service.Tests.Cli;

/// <summary>A folder of one test with a roster of two in it, removed after it.</summary>
internal sealed class CliFolder : IDisposable
{
    public const string FirstNumber = "15050118010002";
    public const string SecondNumber = "15050118010001";

    private readonly string _path = Directory.CreateTempSubdirectory("omr-cli-test-").FullName;

    // The second has the smaller number: the order of the roster isn't the order of the numbers.
    public string Roster => Write(
        "peserta.csv",
        $"""
        nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel,paket
        {FirstNumber},SITI AMINAH,05-07-1975,05,012,003,01,180,01
        {SecondNumber},AHMAD FAUZI,06-08-1976,05,012,003,02,180,02
        """);

    public string this[string name] => Path.Combine(_path, name);

    public string Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public string[] Names() => [.. Directory.GetFileSystemEntries(_path).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
