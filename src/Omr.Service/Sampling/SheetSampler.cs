using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Omr.Service.Sampling;

/// <summary>
/// Draws sheets by a public seed, so that anybody can draw them again: of each sheet the SHA-256 of
/// <c>SEED,NUMBER</c> (UTF-8, the number in decimal digits), and those with the smallest hashes are the sample, in that order.
/// A larger sample begins with the smaller one.
/// </summary>
internal static class SheetSampler
{
    /// <summary>The hash that decides over a sheet, lower-case hexadecimals.</summary>
    public static string Lot(string seed, long number) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed},{number}"))));

    /// <summary>The sample, in its order.</summary>
    public static IReadOnlyList<long> Draw(string seed, IEnumerable<long> numbers, int size) =>
        [.. numbers.Select(n => (Number: n, Lot: Lot(seed, n))).OrderBy(s => s.Lot, StringComparer.Ordinal).Take(size).Select(s => s.Number)];
}
