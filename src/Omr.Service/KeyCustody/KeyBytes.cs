using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Omr.Service.Scoring;

namespace Omr.Service.KeyCustody;

/// <summary>
/// The key of a subject as bytes: keys that score alike have the same bytes, so that two entries agree when their bytes do.
/// A line an item: package, number, options, ranah, policy, weight.
/// </summary>
internal static class KeyBytes
{
    private const string Header = "omr-key 1";
    private const char Separator = '\t';

    /// <summary>The bytes of a subject's packages.</summary>
    public static byte[] Write(IEnumerable<PackageKey> packages) =>
        Encoding.UTF8.GetBytes(string.Join('\n', Lines(packages).Select(l => l.Text).Prepend(Header)));

    /// <summary>The packages of a subject.</summary>
    /// <exception cref="InvalidDataException">The bytes are no key.</exception>
    public static ImmutableArray<PackageKey> Read(string subject, ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        if (lines[0] != Header)
            throw new InvalidDataException("the stored key has no known form");
        return
        [
            .. lines.Skip(1).Select(l => l.Split(Separator)).GroupBy(l => l[0])
                .Select(p => new PackageKey(subject, p.Key, [.. p.Select(Item)])),
        ];
    }

    /// <summary>The items in which two keys differ, or that only one has.</summary>
    public static ImmutableArray<KeyPlace> Differences(IEnumerable<PackageKey> left, IEnumerable<PackageKey> right)
    {
        var lines = Lines(left).ToHashSet();
        lines.SymmetricExceptWith(Lines(right));
        return [.. lines.Select(l => l.Place).Distinct().OrderBy(p => p.Paket, StringComparer.Ordinal).ThenBy(p => p.Butir)];
    }

    private static IEnumerable<(KeyPlace Place, string Text)> Lines(IEnumerable<PackageKey> packages) =>
        from package in packages.OrderBy(p => p.Package, StringComparer.Ordinal)
        from item in package.Items.OrderBy(i => i.Number)
        select (new KeyPlace(package.Package, item.Number), Line(package.Package, item));

    private static string Line(string package, KeyItem item) => string.Join(
        Separator,
        package,
        item.Number.ToString(CultureInfo.InvariantCulture),
        string.Join('|', item.Policy == KeyPolicy.BestOf ? item.Options : item.Options.Sort(StringComparer.Ordinal)),
        item.Ranah,
        item.Policy,
        item.Weight.ToString("0.############################", CultureInfo.InvariantCulture));

    private static KeyItem Item(string[] line) => new(
        int.Parse(line[1], CultureInfo.InvariantCulture),
        line[2].Length == 0 ? [] : [.. line[2].Split('|')],
        Enum.Parse<Ranah>(line[3]),
        Enum.Parse<KeyPolicy>(line[4]),
        decimal.Parse(line[5], CultureInfo.InvariantCulture));
}
