using System.Globalization;
using Omr.Service.Scoring;

namespace Omr.Service.Rosters;

/// <summary>
/// Reads the key: <c>kd_mapel,paket,butir,kunci,ranah,kebijakan[,bobot]</c>, a row an item; several right options are
/// joined by <c>|</c>, an empty policy is NORMAL, an empty weight 1.
/// </summary>
public static class AnswerKeyFile
{
    private static readonly string[] Columns = ["kd_mapel", "paket", "butir", "kunci", "ranah", "kebijakan"];

    /// <summary>Reads the key from the disk; null when there was any error.</summary>
    public static AnswerKey? Read(string file, FormLimits limits, ScoreWeights weights, ICollection<RowError> errors) =>
        ListFile.Load(file, errors) is { } list ? Read(list, limits, weights, KeyErrors.WithValues, errors) : null;

    /// <summary>Reads the key; null when there was any error.</summary>
    internal static AnswerKey? Read(
        ListFile file, FormLimits limits, ScoreWeights weights, KeyErrors told, ICollection<RowError> errors)
    {
        var before = errors.Count;
        if (ListTable.Read(file, Columns, errors, told) is not { } rows)
            return null;
        var packages = new SortedDictionary<(string Subject, string Package), SortedDictionary<int, KeyItem>>();
        var firstRow = new Dictionary<(string, string, int), int>();
        foreach (var row in rows)
        {
            var reader = new KeyRow(row, limits, told);
            if (reader.Read() is { } item)
            {
                var id = (row["kd_mapel"], Identifier.Package(row["paket"])!);
                if (firstRow.TryAdd((id.Item1, id.Item2, item.Number), row.Number))
                    (packages.TryGetValue(id, out var items) ? items : packages[id] = []).Add(item.Number, item);
                else
                    reader.Problems.Add(Twice(item.Number, firstRow[(id.Item1, id.Item2, item.Number)]));
            }
            foreach (var problem in reader.Problems)
                errors.Add(new(file.Name, row.Number, problem));
        }
        if (errors.Count > before)
            return null;
        PackageKey[] keys = [.. packages.Select(p => new PackageKey(p.Key.Subject, p.Key.Package, [.. p.Value.Values]))];
        foreach (var problem in keys.SelectMany(k => Problems(k, weights)).Concat(Uneven(keys)))
            errors.Add(new(file.Name, 0, problem));
        return errors.Count == before ? new([.. keys]) : null;
    }

    /// <summary>That a text is no package code.</summary>
    internal static Wording NoPackage(string value)
    {
        var shown = Identifier.Shown(value);
        return new($"paket '{shown}' bukan 1-2 angka atau satu huruf", $"paket '{shown}' is neither 1-2 digits nor a letter");
    }

    private static Wording Twice(int item, int row) => new(
        FormattableString.Invariant($"butir {item} sudah ada pada baris {row}"),
        FormattableString.Invariant($"item {item} is in row {row} already"));

    private static IEnumerable<Wording> Problems(PackageKey key, ScoreWeights weights)
    {
        var missing = Enumerable.Range(1, key.Items[^1].Number).Except(key.Items.Select(i => i.Number)).ToList();
        if (missing.Count > 0)
        {
            var numbers = string.Join(", ", missing.Select(n => n.ToString(CultureInfo.InvariantCulture)));
            yield return new(
                $"mapel {key.Subject} paket {key.Package}: butir tidak ada: {numbers}",
                $"subject {key.Subject} package {key.Package}: missing items: {numbers}");
        }
        foreach (var ranah in Enum.GetValues<Ranah>())
        {
            if (weights.Of(ranah) == 0 || key.Counted.Any(i => i.Ranah == ranah))
                continue;
            var letter = ranah == Ranah.Pedagogy ? "P" : "F";
            yield return new(
                $"mapel {key.Subject} paket {key.Package}: ranah {letter} tidak punya butir yang dinilai; minta "
                    + "keputusan panitia",
                $"subject {key.Subject} package {key.Package}: ranah {letter} has no item left to score; ask the "
                    + "committee");
        }
    }

    // Packages of a subject hold the same items in another order, so a shorter one lacks its last items.
    private static IEnumerable<Wording> Uneven(PackageKey[] keys) =>
        from subject in keys.GroupBy(k => k.Subject)
        let most = subject.Max(k => k.Items.Length)
        from key in subject
        where key.Items.Length < most
        select new Wording(
            $"mapel {key.Subject} paket {key.Package}: hanya {key.Items.Length} butir, paket lain {most}",
            $"subject {key.Subject} package {key.Package}: only {key.Items.Length} items, another package has {most}");
}
