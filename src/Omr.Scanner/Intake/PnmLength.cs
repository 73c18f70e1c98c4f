using System.Globalization;
using System.Text;

namespace Omr.Scanner.Intake;

/// <summary>The length that the header of a binary PBM, PGM or PPM announces.</summary>
internal static class PnmLength
{
    private const int MostHeader = 512;

    /// <summary>Bytes of the whole file; more than any file has when the header is not whole.</summary>
    public static long Of(Stream file)
    {
        Span<byte> bytes = stackalloc byte[MostHeader];
        var text = Encoding.Latin1.GetString(bytes[..StructuralEnd.Read(file, 0, bytes)]);
        var (words, at) = (new List<long>(), 2);
        var wanted = text[1] == '4' ? 2 : 3;
        while (words.Count < wanted)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '#'))
                at = text[at] == '#' ? text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length : at + 1;
            var from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            if (from == at || at == text.Length || !int.TryParse(text.AsSpan(from, at - from), CultureInfo.InvariantCulture, out var word))
                return long.MaxValue;
            words.Add(word);
        }

        var row = text[1] == '4' ? (words[0] + 7) / 8 : words[0] * (text[1] == '6' ? 3 : 1) * (words[2] > 255 ? 2 : 1);
        return at + 1 + (row * words[1]);
    }
}
