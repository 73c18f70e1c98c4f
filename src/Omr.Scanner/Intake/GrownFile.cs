namespace Omr.Scanner.Intake;

/// <summary>Whether a file is an earlier one that has grown.</summary>
internal static class GrownFile
{
    private const int BufferBytes = 1 << 16;

    // A TIFF that gets a page has its chain mended in one or two places of the pages before.
    private const int MostMended = 32;

    /// <summary>Whether the file begins with those bytes, but for a few that were mended, and is longer.</summary>
    public static bool BeginsWith(Func<FileStream> open, string earlier)
    {
        try
        {
            using var now = open();
            using var before = File.OpenRead(earlier);
            return now.Length > before.Length && before.Length > 0 && Differing(now, before) <= MostMended;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // it is tried when it is taken, and named then
        }
    }

    private static int Differing(FileStream now, FileStream before)
    {
        var (one, other) = (new byte[BufferBytes], new byte[BufferBytes]);
        var differing = 0;
        for (int read; differing <= MostMended && (read = before.ReadAtLeast(other, BufferBytes, throwOnEndOfStream: false)) > 0;)
        {
            now.ReadExactly(one, 0, read);
            for (var i = 0; i < read; i++)
                differing += one[i] == other[i] ? 0 : 1;
        }

        return differing;
    }
}
