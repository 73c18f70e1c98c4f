using System.Collections.Immutable;
using System.Globalization;
using Omr.Engine.Template;
using Omr.Forms;
using Omr.Simulator.Profiles;

namespace Omr.Simulator.Planning;

/// <summary>
/// Plans sheets: what a participant writes in each field and how, by the profile's rates. The LJK's fields are filled
/// from the participant (DESIGN.md), the supervisor's panel is left blank, and every other field gets random values.
/// </summary>
/// <param name="template">The form.</param>
/// <param name="profile">How often each way of marking happens.</param>
/// <param name="seed">The same seed and the same index give the same plan.</param>
public sealed class SheetPlanner(FormTemplate template, SimulationProfile profile, ulong seed)
{
    // The field that spells the participant number: the one that the form's barcode is checked against.
    private readonly string _numberField =
        template.Codes.FirstOrDefault(c => c.Role == CodeRole.Identity)?.Field ?? "";

    /// <summary>A sheet printed for a participant, filled in.</summary>
    /// <param name="index">The sheet's place in the run, from 0.</param>
    /// <param name="participant">Who fills it in.</param>
    /// <param name="answers">
    /// The value of each item of field <c>jawaban</c> from item 1, empty for none; null for random ones.
    /// </param>
    public SheetPlan Personal(int index, SimulatedParticipant participant, IReadOnlyList<string>? answers = null)
    {
        var person = new SheetPerson(
            participant.Number, participant.Name, participant.Placement, participant.Subject);
        return Filled(PrintedSheet.Personal(Serial(index), person), index, participant, answers);
    }

    /// <summary>A spare sheet that a participant took and filled in.</summary>
    /// <param name="index">The sheet's place in the run, from 0.</param>
    /// <param name="participant">Who fills it in.</param>
    /// <param name="answers">As for a personal sheet.</param>
    public SheetPlan Spare(int index, SimulatedParticipant participant, IReadOnlyList<string>? answers = null) =>
        Filled(PrintedSheet.Spare(Serial(index)), index, participant, answers);

    /// <summary>A sheet on which nothing is written.</summary>
    /// <param name="sheet">What is printed on it.</param>
    public SheetPlan Empty(PrintedSheet sheet) =>
        Plan(sheet, Items((field, item) => ItemPlan.Blank(field.Name, item)));

    /// <summary>An unpersonalised form with random values in every field: for forms that are no LJK.</summary>
    /// <param name="index">The sheet's place in the run, from 0.</param>
    public SheetPlan Random(int index)
    {
        var chance = new Chance(seed, index, Chance.Purpose.Plan);
        return Plan(
            PrintedSheet.Blank, Items((field, item) => Written(field, item, AnyValue(field, chance), chance)));
    }

    private static string Serial(int index) => (index + 1).ToString("D8", CultureInfo.InvariantCulture);

    // A form without a barcode for it tells no participant number (Engine: IdentityReading).
    private SheetPlan Plan(PrintedSheet sheet, IEnumerable<ItemPlan> written)
    {
        var items = written.ToImmutableArray();
        var bubbled = string.Concat(items.Where(i => i.Field == _numberField).Select(i => i.Value));
        var printed = template.Codes.Any(c => c.Role == CodeRole.Identity) ? sheet.Person?.Number : null;
        return new(sheet, printed ?? bubbled, items, SheetAccidents.None);
    }

    private SheetPlan Filled(
        PrintedSheet sheet, int index, SimulatedParticipant participant, IReadOnlyList<string>? answers)
    {
        var chance = new Chance(seed, index, Chance.Purpose.Plan);
        return Plan(sheet, Items((field, item) =>
        {
            // Drawn whether it is needed or not, so that given answers don't change how the rest is written.
            var any = AnyValue(field, chance);
            var value = ValueOf(participant, field.Name, item)
                ?? (field.Name == "jawaban" && answers is not null ? answers[item - 1] : any);
            return Written(field, item, value, chance);
        }));
    }

    // What stands in that item of an LJK's identity; null for a field that the participant doesn't tell.
    private string? ValueOf(SimulatedParticipant participant, string field, int item)
    {
        var text = field switch
        {
            "nomor_peserta" => participant.Number,
            _ when field == _numberField => participant.Number,
            "tgl_lahir" => participant.BirthDate?.ToString("ddMMyy", CultureInfo.InvariantCulture) ?? "",
            "nama" => participant.Name.ToUpperInvariant(),
            "kd_mapel" => participant.Subject,
            "paket" => participant.Package,
            "panel" => "",
            _ => null,
        };
        return text is null ? null : item <= text.Length ? text[item - 1].ToString() : "";
    }

    private static string AnyValue(BubbleField field, Chance chance) => field.Values[chance.Below(field.Values.Length)];

    private IEnumerable<ItemPlan> Items(Func<BubbleField, int, ItemPlan> plan) =>
        from field in template.Fields
        from block in field.Blocks
        from item in Enumerable.Range(block.FirstItem, block.Items)
        select plan(field, item);

    // A value the field has no bubble for (a space, an apostrophe) is left blank, as the instructions say.
    private ItemPlan Written(BubbleField field, int item, string value, Chance chance)
    {
        var kind = Draw(field.Kind == FieldKind.Choice ? profile.Marks : IdentityRates(profile.Marks), chance);
        var shift = field.Values.Length > 1 ? 1 + chance.Below(field.Values.Length - 1) : 0;
        var place = field.Values.IndexOf(value);
        if (place < 0)
            return ItemPlan.Blank(field.Name, item);
        var other = field.Values[(place + shift) % field.Values.Length];
        return kind switch
        {
            MarkKind.Blank => ItemPlan.Blank(field.Name, item),
            MarkKind.Erased => new(field.Name, item, kind, [], value),
            _ when shift == 0 => new(field.Name, item, MarkKind.Full, [value]),
            MarkKind.Corrected => new(field.Name, item, kind, [value], other),
            MarkKind.Double => new(field.Name, item, kind, [.. field.Values.Where(v => v == value || v == other)]),
            _ => new(field.Name, item, kind, [value]),
        };
    }

    // Whoever writes the own number takes care: blanks, doubles and dots don't happen, the rest half as often.
    private static MarkRates IdentityRates(MarkRates rates) => new(
        Blank: 0, Faint: rates.Faint / 2, Partial: rates.Partial / 2, Cross: rates.Cross / 2, Tick: rates.Tick / 2,
        Corrected: rates.Corrected / 2);

    private static MarkKind Draw(MarkRates rates, Chance chance)
    {
        var left = chance.Unit();
        foreach (var (kind, rate) in (ReadOnlySpan<(MarkKind, double)>)
        [
            (MarkKind.Blank, rates.Blank), (MarkKind.Double, rates.Double), (MarkKind.Faint, rates.Faint),
            (MarkKind.Partial, rates.Partial), (MarkKind.Cross, rates.Cross), (MarkKind.Tick, rates.Tick),
            (MarkKind.Line, rates.Line), (MarkKind.Dot, rates.Dot), (MarkKind.Erased, rates.Erased),
            (MarkKind.Corrected, rates.Corrected),
        ])
        {
            if ((left -= rate) < 0)
                return kind;
        }

        return MarkKind.Full;
    }
}
