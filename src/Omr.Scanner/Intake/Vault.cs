using System.Buffers;
using System.Security.Cryptography;
using Omr.Scanner.Native;

namespace Omr.Scanner.Intake;

/// <summary>
/// Keeps every scanned file once, under the hash of its bytes, and changes none. A file is copied to a name of its own
/// first, flushed, then renamed, then the folder is flushed: after a power cut there is the whole file or none. Putting the
/// same bytes again does nothing.
/// </summary>
public sealed class Vault
{
    // A scanned page of the usual size in one go.
    private const int BufferBytes = 1024 * 1024;

    private readonly string _root;

    /// <summary>Opens a vault, and makes its folder if need be.</summary>
    /// <param name="root">The folder; nobody else may write there.</param>
    public Vault(string root)
    {
        _root = Path.GetFullPath(root);
        Directory.CreateDirectory(_root);
    }

    /// <summary>Where the vault holds these bytes, or would.</summary>
    /// <param name="sha256">Their hash, 64 lower-case hexadecimals.</param>
    public string PathOf(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException($"'{sha256}' is no SHA-256", nameof(sha256));
        return Path.Combine(_root, sha256[..2], sha256);
    }

    /// <summary>Copies a file into the vault; null if it changed meanwhile.</summary>
    /// <param name="file">The file, from its beginning; hash and copy come from the same reading of it.</param>
    /// <param name="isUnchanged">Asked after the copying whether somebody wrote to the file.</param>
    /// <param name="stop">Ends the copying; nothing is left behind.</param>
    /// <exception cref="IOException">It could not be read, or not be kept so that a power cut can't take it.</exception>
    public VaultedFile? Put(Stream file, Func<bool> isUnchanged, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(isUnchanged);
        var coming = Path.Combine(_root, $".coming-{Guid.NewGuid():N}");
        try
        {
            var (sha256, bytes) = Copy(file, coming, stop);
            return isUnchanged() ? new(sha256, bytes, Keep(coming, PathOf(sha256))) : null;
        }
        finally
        {
            File.Delete(coming);
        }
    }

    /// <summary>Why these bytes can't be had any more: their file can't be read, or holds others by now; null if they can.</summary>
    public Exception? Fault(string sha256)
    {
        try
        {
            using var file = File.OpenRead(PathOf(sha256));
            return Convert.ToHexStringLower(SHA256.HashData(file)) == sha256
                ? null
                : new InvalidDataException($"{PathOf(sha256)}: SHA-256");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error;
        }
    }

    /// <summary>Removes what copies that a power cut ended left behind; for the start, when nobody copies.</summary>
    public void Tidy()
    {
        foreach (var left in Directory.EnumerateFiles(_root, ".coming-*"))
            File.Delete(left);
    }

    private static (string Sha256, long Bytes) Copy(Stream file, string to, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        long bytes = 0;
        try
        {
            using var copy = File.OpenHandle(to, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            for (int read; (read = file.Read(buffer, 0, BufferBytes)) > 0; bytes += read)
            {
                stop.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
                RandomAccess.Write(copy, buffer.AsSpan(0, read), bytes);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    // True if the bytes were not there before.
    private bool Keep(string coming, string place)
    {
        var folder = Path.GetDirectoryName(place)!;
        if (File.Exists(place))
        {
            DurableFiles.Flush(folder); // whoever put it there may have been stopped before this
            return false;
        }

        DurableFiles.Flush(coming);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            DurableFiles.Flush(_root);
        }

        File.SetAttributes(coming, FileAttributes.ReadOnly);
        try
        {
            File.Move(coming, place, overwrite: false);
        }
        catch (IOException) when (File.Exists(place))
        {
            File.SetAttributes(coming, FileAttributes.Normal);
            return false; // another copy of the same bytes came first
        }

        DurableFiles.Flush(folder);
        return true;
    }
}
