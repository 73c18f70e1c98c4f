using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Omr.Service.Rosters;

/// <summary>
/// The text of a list that people made: UTF-8 with or without BOM. An old workbook, UTF-16, another encoding or a NUL is
/// refused with where it stands, because a guessed encoding would change names silently.
/// </summary>
internal static class CsvText
{
    private static ReadOnlySpan<byte> OldWorkbook => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>The text; null when it is none, and what is wrong is reported with its row.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes, Action<int, Wording> report)
    {
        if (Problem(bytes) is not { } problem)
            return Encoding.UTF8.GetString(bytes.StartsWith(Bom) ? bytes[3..] : bytes);
        report(problem.Row, problem.What);
        return null;
    }

    private static (int Row, Wording What)? Problem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return (0, new("berkas kosong", "the file is empty"));
        if (bytes.StartsWith(OldWorkbook))
        {
            return (0, new(
                "ini buku kerja Excel lama atau bersandi; simpan sebagai XLSX tanpa sandi atau CSV UTF-8",
                "this is an old Excel workbook or one with a password; save it as XLSX without one or as CSV UTF-8"));
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
