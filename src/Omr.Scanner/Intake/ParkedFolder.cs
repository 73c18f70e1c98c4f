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
    /// <summary>Parks the file if a page of it was refused.</summary>
    /// <exception cref="IOException">It can't be written so that a power cut can't take it.</exception>
    public void Take(WaitingFile file, FileReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        var refusals = reading.Pages.OfType<Refusal>().ToList();
        if (refusals.Count == 0)
            return;
        var folder = Path.Combine(root, Path.GetDirectoryName(file.Name) ?? "");
        FileModes.CreateShared(folder);
        var path = Path.Combine(folder, FormattableString.Invariant($"{file.Id:00000000} {Path.GetFileName(file.Name)}"));
        File.Copy(vault.PathOf(file.Sha256), path + ".part", overwrite: true);
        File.SetAttributes(path + ".part", FileAttributes.Normal);
        FileModes.Share(path + ".part");
        DurableFiles.Flush(path + ".part");
        File.Move(path + ".part", path, overwrite: true);
        File.WriteAllText(path + ".txt", Text(file, refusals), Encoding.UTF8);
        FileModes.Share(path + ".txt");
        DurableFiles.Flush(path + ".txt");
        DurableFiles.Flush(folder);
    }

    private string Text(WaitingFile file, List<Refusal> refusals) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Name}\nSHA-256 {file.Sha256}\n")
        + string.Concat(refusals.Select(r => string.Create(CultureInfo.InvariantCulture, $"hal. {r.Page}: {say(r)}\n")));
}
