using System.Text;

namespace Omr.Service.Cli;

/// <summary>
/// A file that appears under its name only when it is complete: it is written beside, as <c>NAME.part</c>, and renamed
/// by <see cref="Finish"/>. Left unfinished, by an error or by Ctrl-C, it is removed, and an older file of that name
/// stays.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path;
    private readonly string _part;
    private bool _finished;

    private OutputFile(string path)
    {
        _path = path;
        _part = path + ".part";
        Stream = new FileStream(_part, FileMode.Create, FileAccess.Write, FileShare.None);
        Text = new StreamWriter(Stream, Utf8) { NewLine = "\n" };
    }

    /// <summary>The bytes of the file.</summary>
    public FileStream Stream { get; }

    /// <summary>The same file as UTF-8 text without a mark, lines ended by LF.</summary>
    public StreamWriter Text { get; }

    /// <summary>Opens the file; null with one clear line if it can't be written there.</summary>
    public static OutputFile? Create(string path, Language language, out string problem)
    {
        problem = "";
        try
        {
            if (IsDevice(path))
                throw new IOException(language.Pick("itu bukan berkas biasa", "that is no ordinary file"));
            if (Directory.Exists(path)) throw new IOException(language.Pick("itu sebuah folder", "that is a folder"));
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            return new OutputFile(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problem = language.Pick(
                $"{path}: tidak dapat ditulis ({error.Message}); pilih tempat lain dengan --out",
                $"{path}: can't be written ({error.Message}); choose another place with --out");
            return null;
        }
    }

    // The rename would put an ordinary file in the place of /dev/null or of what /dev/stdout leads to.
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>Puts the complete file under its name, replacing an older one.</summary>
    public void Finish()
    {
        Text.Flush();
        Stream.Flush(flushToDisk: true);
        Text.Dispose();
        File.Move(_part, _path, overwrite: true);
        _finished = true;
    }

    /// <summary>Closes the file, and removes it if it wasn't finished.</summary>
    public void Dispose()
    {
        if (_finished) return;
        Text.Dispose();
        File.Delete(_part);
    }
}
