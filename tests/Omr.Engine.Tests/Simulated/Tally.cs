using System.Globalization;
using Omr.Simulator;
using Omr.Simulator.Planning;
using Omr.Simulator.Truth;

namespace Omr.Engine.Tests.Simulated;

/// <summary>Counts what the reader made of simulated sheets against their truth.</summary>
internal sealed class Tally
{
    public int Sheets { get; private set; }

    public int Refused { get; private set; }

    public int Items { get; private set; }

    public int Doubtful { get; private set; }

    public int Identities { get; private set; }

    /// <summary>Marks so faint that a black-and-white scan does not hold them; counted only where <see cref="Add"/> is told.</summary>
    public int Lost { get; private set; }

    /// <summary>Items that were read with certainty and wrong.</summary>
    public List<string> Silent { get; } = [];

    /// <summary>Numbers that were left to a person, with what was read.</summary>
    public List<string> DoubtfulIdentities { get; } = [];

    public double DoubtfulShare => (double)Doubtful / Items;

    /// <summary>Compares one sheet with its truth.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="outcome">What was read.</param>
    /// <param name="faintMayBeLost">In a 1-bit scan hardly pressed marks may leave no pixel; then blank is what the scan shows.</param>
    public void Add(SimulatedSheet sheet, ReadOutcome outcome, bool faintMayBeLost = false)
    {
        Sheets++;
        if (outcome is not SheetReading reading)
        {
            Refused++;
            return;
        }

        var items = reading.Items.ToDictionary(i => (i.Field, i.Item));
        foreach (var row in sheet.Truth)
        {
            if (row.Item is { } item)
                Compare(sheet.FileName, row, items[(row.Field, item)], faintMayBeLost);
            else if (reading.Identity.Status == ReadStatus.Ok && reading.Identity.Value == row.Value)
                Identities++;
            else if (reading.Identity.Status == ReadStatus.Doubtful)
                DoubtfulIdentities.Add($"{sheet.FileName} number is {row.Value}, reads {reading.Identity}");
            else
                Silent.Add($"{sheet.FileName} identity is {row.Value}, reads {reading.Identity}");
        }
    }

    public string Summary(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {Sheets} sheets, {Items} items, {Silent.Count} silent errors, {Doubtful} doubtful ({100 * DoubtfulShare:0.00} %), "
        + $"{Refused} refused, {Identities} numbers right{(Lost > 0 ? $", {Lost} faint marks not in the scan" : "")}");

    private void Compare(string file, TruthRow truth, ItemReading read, bool faintMayBeLost)
    {
        Items++;
        if (read.Status == ReadStatus.Doubtful)
            Doubtful++;
        else if (read.Value != truth.Value && faintMayBeLost && truth.Kind == MarkKind.Faint && read.Status == ReadStatus.Blank)
            Lost++;
        else if (read.Value != truth.Value)
            Silent.Add($"{file} {truth.Field} {truth.Item} is '{truth.Value}' ({truth.Kind}), reads {read.Status} '{read.Value}'");
    }
}
