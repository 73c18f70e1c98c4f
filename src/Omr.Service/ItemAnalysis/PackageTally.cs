using System.Collections.Immutable;
using Omr.Engine;
using Omr.Service.Scoring;

namespace Omr.Service.ItemAnalysis;

/// <summary>
/// Counts the answers of one package, sheet by sheet, and works out its analysis from the counts. An item is credited as
/// <see cref="Scorer"/> credits it, 0 or 1; the total is how many items that count are right, whatever they weigh, as
/// KR-20 asks. Of a sheet nothing is kept but what it adds to the counts, so a province fits into two megabytes.
/// </summary>
internal sealed class PackageTally
{
    private const int Letters = 26;
    private const int Blank = Letters;
    private const int Multiple = Letters + 1;
    private const int Unsure = Letters + 2;
    private const int Credited = Letters + 3;
    private const int Columns = Letters + 4;

    private readonly PackageKey _key;
    private readonly ScoreWeights _weights;
    private readonly ImmutableArray<KeyItem> _items;
    private readonly bool[][] _credits;
    private readonly int[] _columns;
    private readonly int[] _totals;

    // By total, item and column, so that one sheet's counts lie together.
    private readonly int[] _counts;

    /// <param name="key">The package's key.</param>
    /// <param name="weights">What P and F weigh; they only matter where the better of two keys is taken.</param>
    public PackageTally(PackageKey key, ScoreWeights weights)
    {
        (_key, _weights, _items) = (key, weights, [.. key.Counted]);
        // What the scorer says of each thing that may be done about an item, by the first of two keys and by the second.
        _credits = [.. Enumerable.Range(0, 2).Select(scoring => _items.SelectMany(
            i => Enumerable.Range(0, Columns).Select(c => Scorer.IsRight(i, AnswerOf(c), scoring))).ToArray())];
        _columns = new int[_items.Length];
        _totals = new int[_items.Length + 1];
        _counts = new int[_totals.Length * _items.Length * Columns];
    }

    /// <summary>Adds the answers of a sheet, from item 1.</summary>
    public void Add(ImmutableArray<Answer> answers)
    {
        var credits = _credits[Scorer.Scoring(_key, answers, _weights)];
        var total = 0;
        for (var i = 0; i < _items.Length; i++)
        {
            _columns[i] = (i * Columns) + ColumnOf(Scorer.At(answers, _items[i]));
            total += credits[_columns[i]] ? 1 : 0;
        }

        _totals[total]++;
        var counts = _counts.AsSpan(total * _items.Length * Columns, _items.Length * Columns);
        for (var i = 0; i < _items.Length; i++)
        {
            counts[_columns[i]]++;
            counts[(i * Columns) + Credited] += credits[_columns[i]] ? 1 : 0;
        }
    }

    /// <summary>What the answers added so far say.</summary>
    public PackageAnalysis Analyse()
    {
        var totals = Totals.Of(_totals);
        var groups = OuterGroups.Of(_totals);
        var byItem = Enumerable.Range(0, _items.Length)
            .Select(i => Enumerable.Range(0, Columns).Select(c => ChoiceOf(i, c, groups)).ToArray()).ToArray();
        var variances = byItem.Aggregate((Int128)0, (sum, i) => sum + totals.Variance(i[Credited]));
        var last = LastLetter(byItem);
        var reliability = totals.Kr20(_items.Length, variances);
        double? deviation = totals.Count < 2 ? null : Math.Sqrt((double)totals.Spread / totals.Count / (totals.Count - 1));
        return new(
            _key.Subject, _key.Package, (int)totals.Count, totals.Count == 0 ? null : (double)totals.Sum / totals.Count, deviation,
            reliability, deviation * (reliability is { } known ? Math.Sqrt(1 - known) : null),
            [.. byItem.Select((choices, i) => FiguresOf(_items[i], choices, totals, groups, variances, last))]);
    }

    private static int ColumnOf(Answer answer) => answer.Status switch
    {
        ReadStatus.Blank => Blank,
        ReadStatus.Multiple => Multiple,
        ReadStatus.Ok when answer.Value is [>= 'A' and <= 'Z'] => answer.Value[0] - 'A',
        _ => Unsure,
    };

    // The other way round; several marks or unsure ones are never right, so one stands for all.
    private static Answer AnswerOf(int column) => column switch
    {
        Blank => new(ReadStatus.Blank, ""),
        Multiple => new(ReadStatus.Multiple, ""),
        < Letters => new(ReadStatus.Ok, ((char)('A' + column)).ToString()),
        _ => Answer.Unseen,
    };

    private Choice ChoiceOf(int item, int column, OuterGroups? groups)
    {
        Span<int> byTotal = stackalloc int[_totals.Length];
        for (var total = 0; total < byTotal.Length; total++)
            byTotal[total] = _counts[(((total * _items.Length) + item) * Columns) + column];
        return Choice.Of(byTotal, groups);
    }

    private ItemFigures FiguresOf(
        KeyItem item, Choice[] choices, Totals totals, OuterGroups? groups, Int128 variances, int last)
    {
        OptionFigures Of(int column, string name) => new(
            name, item.Options.Contains(name), (int)choices[column].Count, (double)choices[column].Count / Math.Max(1, totals.Count),
            totals.PointBiserial(choices[column]), (double?)choices[column].Upper / groups?.Upper,
            (double?)choices[column].Lower / groups?.Lower);
        var right = choices[Credited];
        return new(
            item, (int)totals.Count, (double)right.Count / Math.Max(1, totals.Count), totals.PointBiserial(right),
            ((double?)right.Upper / groups?.Upper) - ((double?)right.Lower / groups?.Lower),
            totals.Without(right).Kr20(_items.Length - 1, variances - totals.Variance(right)),
            [.. Enumerable.Range(0, last + 1).Select(c => Of(c, ((char)('A' + c)).ToString()))],
            Of(Blank, "kosong"), Of(Multiple, "ganda"), Of(Unsure, "ragu"));
    }

    private int LastLetter(Choice[][] byItem) => Enumerable.Range(0, Letters).LastOrDefault(
        c => byItem.Any(i => i[c].Count > 0) || _items.Any(i => i.Options.Contains(((char)('A' + c)).ToString())));
}
