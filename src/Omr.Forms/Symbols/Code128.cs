namespace Omr.Forms.Symbols;

/// <summary>
/// Encodes printable ASCII as Code 128 (ISO/IEC 15417). Runs of digits go to code set C, two digits a symbol
/// character, where that is shorter: at least four digits at the beginning or end, at least six inside; an odd run
/// keeps its first digit in code set B (Annex E of the standard).
/// </summary>
internal static class Code128
{
    private const int CodeC = 99;
    private const int CodeB = 100;
    private const int StartB = 104;
    private const int StartC = 105;
    private const int Stop = 106;

    // Widths of bar, space, bar, space, bar, space in modules, by symbol character value; the stop has a last bar more.
    private static readonly string[] Widths =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213",
        "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132",
        "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211",
        "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
        "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331",
        "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
        "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
        "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
        "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311", "113141",
        "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>The widths of bars and spaces in modules, a bar first; without quiet zones.</summary>
    /// <param name="text">Characters from space to tilde, at least one.</param>
    public static int[] Encode(string text) =>
        [.. Values(text).SelectMany(value => Widths[value]).Select(width => width - '0')];

    /// <summary>The symbol characters with start, check and stop.</summary>
    internal static List<int> Values(string text)
    {
        var inC = DigitsFrom(text, 0) is var first && (first >= 4 || (first == text.Length && first == 2));
        List<int> values = [inC ? StartC : StartB];
        var at = 0;
        while (at < text.Length)
        {
            var digits = DigitsFrom(text, at);
            if (inC && digits >= 2)
            {
                values.Add(((text[at] - '0') * 10) + text[at + 1] - '0');
                at += 2;
            }
            else if (inC)
            {
                values.Add(CodeB);
                inC = false;
            }
            else if (digits % 2 == 0 && digits >= (at + digits == text.Length ? 4 : 6))
            {
                values.Add(CodeC);
                inC = true;
            }
            else
            {
                values.Add(text[at] - ' ');
                at++;
            }
        }

        values.Add(Check(values));
        values.Add(Stop);
        return values;
    }

    private static int DigitsFrom(string text, int at) =>
        text.AsSpan(at).IndexOfAnyExceptInRange('0', '9') is var digits and >= 0 ? digits : text.Length - at;

    // The start counts once, the characters after it by their place from 1.
    private static int Check(List<int> values) =>
        values.Select((value, place) => value * Math.Max(1, place)).Sum() % 103;
}
