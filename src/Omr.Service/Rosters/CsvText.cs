using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Omr.Service.Rosters;

/// <summary>
/// The text of a list that people made: UTF-8 with or without BOM. A workbook, UTF-16, another encoding or a NUL is
/// refused with where it stands, because a guessed encoding would change names silently.
/// </summary>
internal static class CsvText
{
    // Larger than a province's roster by an order of magnitude; refuses a picture given by mistake.
    private const long MaximumBytes = 200_000_000;

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> OldWorkbook => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    public static string? Read(string file, ICollection<RowError> errors)
    {
        if (Load(file, errors) is not { } bytes)
            return null;
        if (Problem(bytes) is not { } problem)
            return Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Bom) ? bytes.AsSpan(3) : bytes);
        errors.Add(new(file, problem.Row, problem.What));
        return null;
    }

    private static byte[]? Load(string file, ICollection<RowError> errors)
    {
        try
        {
            if (new FileInfo(file).Length <= MaximumBytes)
                return File.ReadAllBytes(file);
            var what = new Wording("berkas terlalu besar untuk sebuah daftar", "the file is too large for a list");
            errors.Add(new(file, 0, what));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.Add(new(file, 0, new("berkas tidak ditemukan", "file not found")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(new(file, 0, new("berkas tidak dapat dibuka", "the file can't be opened")));
        }
        return null;
    }

    private static (int Row, Wording What)? Problem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return (0, new("berkas kosong", "the file is empty"));
        if (bytes.StartsWith(Zip) || bytes.StartsWith(OldWorkbook))
            {
            return (0, new(
                "ini buku kerja Excel; simpan sebagai CSV UTF-8", "this is an Excel workbook; save it as CSV UTF-8"));
        }
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return (0, new("ini teks UTF-16; simpan sebagai CSV UTF-8", "this is UTF-16 text; save it as CSV UTF-8"));
        var nul = bytes.IndexOf((byte)0);
        if (nul >= 0)
            {
            return (RowOf(bytes, nul), new(
                "ada bita NUL; berkas rusak atau bukan teks", "a NUL byte; the file is damaged or no text"));
        }
        if (Utf8.IsValid(bytes))
            return null;
        return (
            RowOf(bytes, FirstInvalid(bytes)),
            new("huruf bukan UTF-8; simpan sebagai CSV UTF-8", "a character isn't UTF-8; save the file as CSV UTF-8"));
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }

    private static int RowOf(ReadOnlySpan<byte> bytes, int at) => bytes[..at].Count((byte)'\n') + 1;
}
