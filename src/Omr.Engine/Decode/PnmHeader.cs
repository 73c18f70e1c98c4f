namespace Omr.Engine.Decode;

/// <summary>The size of a PBM, PGM or PPM, from the words at its beginning.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
internal readonly record struct PnmHeader(long Width, long Height)
{
    // Digits of a number that is too large by far; more are not read.
    private const int LongestNumber = 10;

    /// <summary>Reads the words after the magic; null when they are no numbers.</summary>
    public static PnmHeader? Read(ReadOnlySpan<byte> file)
    {
        var rest = file[2..];
        return Number(ref rest) is { } width && Number(ref rest) is { } height ? new(width, height) : null;
    }

    // White space and comments may stand before a number.
    private static long? Number(ref ReadOnlySpan<byte> rest)
    {
        while (rest is [(byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'#', ..])
        {
            var end = rest[0] == '#' ? rest.IndexOf((byte)'\n') : 0;
            if (end < 0)
                return null;
            rest = rest[(end + 1)..];
        }

        var digits = 0;
        long number = 0;
        for (; digits < Math.Min(rest.Length, LongestNumber) && rest[digits] is >= (byte)'0' and <= (byte)'9'; digits++)
            number = (number * 10) + (rest[digits] - '0');
        rest = rest[digits..];
        return digits == 0 ? null : number;
    }
}
