namespace Omr.Service.Rosters;

/// <summary>A list as somebody gave it: from the disk or over HTTP.</summary>
/// <param name="Name">As errors name it.</param>
/// <param name="Bytes">All of it.</param>
public sealed record ListFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    // Larger than a province's roster by an order of magnitude; refuses a picture given by mistake.
    private const long MaximumBytes = 200_000_000;

    /// <summary>Loads a list from the disk; null if that can't be done.</summary>
    public static ListFile? Load(string path, ICollection<RowError> errors)
    {
        try
        {
            if (new FileInfo(path).Length <= MaximumBytes)
                return new(path, File.ReadAllBytes(path));
            var what = new Wording("berkas terlalu besar untuk sebuah daftar", "the file is too large for a list");
            errors.Add(new(path, 0, what));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.Add(new(path, 0, new("berkas tidak ditemukan", "file not found")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(new(path, 0, new("berkas tidak dapat dibuka", "the file can't be opened")));
        }
        return null;
    }
}
