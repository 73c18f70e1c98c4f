using System.Collections.Immutable;
using Omr.Engine;
using Omr.Service.Reconciliation;
using Omr.Service.Storage;

namespace Omr.Service.Sampling;

/// <summary>
/// The machine's readings of the drawn sheets beside people's. Only what the machine decided by itself counts; what it
/// doubted went to people anyway, and what people can't tell proves nothing.
/// </summary>
/// <param name="Sheets">Sheets compared.</param>
/// <param name="BadSheets">Sheets with any difference.</param>
/// <param name="Answers">Answers compared.</param>
/// <param name="BadAnswers">Answers that differ.</param>
/// <param name="Doubted">Answers that the machine left to people.</param>
/// <param name="Untold">Answers that people couldn't tell.</param>
/// <param name="Differences">All differences.</param>
internal sealed record SampleOutcome(
    int Sheets, int BadSheets, int Answers, int BadAnswers, int Doubted, int Untold, ImmutableArray<SampleDifference> Differences)
{
    /// <summary>Compares.</summary>
    public static SampleOutcome Of(IEnumerable<(MachineReading Machine, SecondReading People)> pairs)
    {
        var differences = ImmutableArray.CreateBuilder<SampleDifference>();
        var (sheets, answers, doubted, untold) = (0, 0, 0, 0);
        foreach (var (machine, people) in pairs)
        {
            sheets++;
            if (machine.State == nameof(NumberState.Known))
                Code(machine.Number, "nomor_peserta", machine.Participant, people.Participant);
            Code(machine.Number, "kd_mapel", machine.Subject, people.Subject);
            Code(machine.Number, "paket", machine.Package, people.Package);
            var item = 0;
            foreach (var answer in AnswerText.Parse(machine.Answers))
            {
                item++;
                var told = people.Answers.GetValueOrDefault(item, "?");
                if (answer.Status == ReadStatus.Doubtful)
                    doubted++;
                else if (told == "?")
                    untold++;
                else
                {
                    answers++;
                    var read = string.Join('|', answer.Value.Split('|').Order(StringComparer.Ordinal));
                    if (told != read)
                        differences.Add(new(machine.Number, "jawaban", item, read, told));
                }
            }
        }

        return new(
            sheets, differences.Select(d => d.Sheet).Distinct().Count(), answers, differences.Count(d => d.Item > 0), doubted, untold,
            differences.ToImmutable());

        void Code(long sheet, string field, string machine, string people)
        {
            if (!machine.Contains('?', StringComparison.Ordinal) && !people.Contains('?', StringComparison.Ordinal) && machine != people)
                differences.Add(new(sheet, field, 0, machine, people));
        }
    }
}
