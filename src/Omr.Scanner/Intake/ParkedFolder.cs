using System.Globalization;
using System.Text;
using Omr.Engine;
using Omr.Scanner.Native;

namespace Omr.Scanner.Intake;

/// <summary>
/// Where staff find what could not be read: a copy of the file under its room's name, and beside it a text that says which
/// page and why. It is written before the ledger says that the file was read, under a name that doing it again gives
/// again; the original itself is in the vault, so whoever has dealt with a copy may delete it.
/// </summary>
/// <param name="root">The folder.</param>
/// <param name="vault">Where the bytes are.</param>
/// <param name="say">A refusal in the words of the staff.</param>
public sealed class ParkedFolder(string root, Vault vault, Func<Refusal, string> say)
{
    private const string Why = ".txt";
    private const string Behind = ".part";

    /// <summary>Parks the file if a page of it was refused.</summary>
    /// <exception cref="IOException">It can't be written so that a power cut can't take it.</exception>
    public void Take(WaitingFile file, FileReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        var refusals = reading.Pages.OfType<Refusal>().ToList();
        if (refusals.Count == 0)
            return;
        var folder = FolderOf(file);
        FileModes.CreateShared(folder);
        var path = Path.Combine(folder, FileNames.Fit(FormattableString.Invariant($"{file.Id:00000000} "), Path.GetFileName(file.Name), "", Why.Length + Behind.Length));
        Write(path, part => File.Copy(vault.PathOf(file.Sha256), part));
        Write(path + Why, part => File.WriteAllText(part, Text(file, refusals), Encoding.UTF8));
        DurableFiles.Flush(folder);
    }

    // Whole or not at all: staff may look in while the disk is full.
    private static void Write(string path, Action<string> write)
    {
        var part = path + Behind;
        // What a try before left, or a link that somebody laid there to have it written through.
        File.Delete(part);
        try
        {
            write(part);
            File.SetAttributes(part, FileAttributes.Normal);
            FileModes.Share(part);
            DurableFiles.Flush(part);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    // Where the room's name is a link or a file, the copy is laid beside it: one odd name must not keep all readings from being stored.
    private string FolderOf(WaitingFile file)
    {
        var folder = new DirectoryInfo(Path.Combine(root, Path.GetDirectoryName(file.Name) ?? ""));
        return folder.LinkTarget is not null || File.Exists(folder.FullName) ? root : folder.FullName;
    }

    private string Text(WaitingFile file, List<Refusal> refusals) =>
        string.Create(CultureInfo.InvariantCulture, $"{FileNames.Shown(file.Name)}\nSHA-256 {file.Sha256}\n")
        + string.Concat(refusals.Select(r => string.Create(CultureInfo.InvariantCulture, $"hal. {r.Page}: {say(r)}\n")));
}
