using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Omr.Service.Storage;

/// <summary>SHA-256 of rows: each value with its length before it, so that no two sets of rows have the same bytes.</summary>
internal static class RowDigest
{
    /// <summary>The hash, in lower-case hexadecimals.</summary>
    public static string Of(IEnumerable<object?[]> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var row = new StringBuilder();
        foreach (var values in rows)
        {
            row.Clear();
            foreach (var value in values)
            {
                // The database keeps no trailing zeros.
                var text = value is decimal number
                    ? number.ToString("0.00", CultureInfo.InvariantCulture)
                    : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                row.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
            }

            hash.AppendData(Encoding.UTF8.GetBytes(row.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
