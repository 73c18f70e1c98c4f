using System.Text;

namespace Omr.Scanner;

/// <summary>Names that other people gave to files: as they may be shown, and as long as a file system takes them.</summary>
public static class FileNames
{
    // What Linux's file systems take, in bytes of UTF-8; those of Windows take 255 characters.
    private const int MostBytes = 255;

    /// <summary>
    /// A text on one line that does nothing: control characters, line breaks of every alphabet and those that turn the direction
    /// of writing are written as their codes.
    /// </summary>
    public static string Shown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsHidden))
            return text;
        var shown = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            _ = IsHidden(c) ? shown.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : shown.Append(c);
        return shown.ToString();
    }

    /// <summary>Whether a character isn't seen for what it is.</summary>
    public static bool IsHidden(char c) =>
        char.IsControl(c)
        || c is (>= '\u200b' and <= '\u200f') or (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u2069') or '\u061c' or '\ufeff';

    /// <summary>A name with something before and behind its stem, the stem cut where the whole would be too long.</summary>
    /// <param name="before">Put before the name.</param>
    /// <param name="name">The name.</param>
    /// <param name="behind">Put behind the stem, before the extension.</param>
    /// <param name="spare">Bytes that shall be left for more.</param>
    internal static string Fit(string before, string name, string behind, int spare = 0)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var room = MostBytes - spare - Bytes(before) - Bytes(behind);
        if (Bytes(extension) > room / 2) // no extension that anybody goes by
            (stem, extension) = (name, "");
        room -= Bytes(extension);
        if (Bytes(stem) > room)
        {
            var length = 0;
            foreach (var rune in stem.EnumerateRunes())
            {
                if ((room -= rune.Utf8SequenceLength) < 0)
                    break;
                length += rune.Utf16SequenceLength;
            }

            stem = stem[..length];
        }

        return before + stem + behind + extension;
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
