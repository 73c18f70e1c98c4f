using System.Globalization;
using Omr.Forms;
using Omr.Service.Rosters;

namespace Omr.Service.Cli;

/// <summary><c>omr print</c>: prints the sheets of a room as PDF.</summary>
internal static class PrintVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Make(Terminal terminal)
    {
        var template = SharedOptions.Template(terminal);
        template.Required = false;
        var output = SharedOptions.File("--out", "F.pdf", terminal.Say("Berkas PDF", "The PDF"), required: true);
        var roster = SharedOptions.File(
            "--roster", "R.csv",
            terminal.Say("Daftar peserta: satu lembar setiap peserta", "The participants: a sheet for each"),
            required: false);
        var spares = SharedOptions.Number(
            "--spares", terminal.Say("Banyaknya lembar cadangan", "How many spare sheets"), 0, 9999, 0);
        var blank = new System.CommandLine.Option<bool>("--blank")
        {
            Description = terminal.Say("Satu lembar tanpa nama dan nomor seri", "One sheet without name and serial"),
        };
        var cover = new System.CommandLine.Option<bool>("--cover")
        {
            Description = terminal.Say(
                "Sampul amplop setiap ruang sebagai ganti LJK, tanpa --template", "A cover for each room's envelope instead of sheets, without --template"),
        };
        var first = SharedOptions.Number(
            "--first-serial", terminal.Say("Nomor seri lembar pertama", "Serial of the first sheet"), 1, 99_999_999, 1);
        var verb = new Verb(
            "print",
            terminal.Say("Mencetak lembar jawaban ke PDF", "Prints answer sheets to PDF"),
            "omr print --template ljk-ukg-100 --roster peserta.csv --spares 3 --out ljk.pdf")
        {
            template, output, roster, spares, blank, cover, first,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            var language = terminal.Language;
            if (parsed.GetValue(cover))
                return await CoverPrint.RunAsync(parsed.GetValue(roster), parsed.GetRequiredValue(output), terminal, stop);
            if (parsed.GetValue(template) is not { } name)
                return terminal.Fail(terminal.Say("--template FORMULIR belum diberikan", "--template FORM is missing"));
            if (TemplateChoice.Of(name, language, out var problem) is not { } form)
                return terminal.Fail(problem);
            var errors = new List<RowError>();
            var people = parsed.GetValue(roster) is { } list
                ? RosterFile.Read(list, FormLimits.Of([form]), errors)?
                    .Participants.OrderBy(p => p.Row).Select(Person).ToList()
                : [];
            if (people is null) return terminal.Fail(errors);
            var sheets = Sheets(people, parsed.GetValue(spares), parsed.GetValue(blank), parsed.GetValue(first));
            if (sheets.Count == 0)
            {
                return terminal.Fail(terminal.Say(
                    "tidak ada yang dicetak: berikan --roster, --spares, atau --blank",
                    "nothing to print: give --roster, --spares or --blank"));
            }
            using var file = OutputFile.Create(parsed.GetRequiredValue(output), language, out problem);
            if (file is null) return terminal.Fail(problem);
            await Task.Run(() => FormPrinter.Print(file.Stream, form, sheets), stop).WaitAsync(stop);
            file.Finish();
            terminal.Note(terminal.Say($"{sheets.Count} lembar dicetak", $"{sheets.Count} sheets printed"));
            return ExitCode.Done;
        });
        return verb;
    }

    private static SheetPerson Person(Participant participant) =>
        new(participant.Number, participant.Name, Placement(participant), participant.Subject);

    /// <summary>Where a participant sits, as it is printed on the sheet: <c>05-012-003 kursi 07</c>.</summary>
    public static string Placement(Participant participant) =>
        participant.Seat.Length == 0 ? $"{participant.Room}" : $"{participant.Room} kursi {participant.Seat}";

    private static List<PrintedSheet> Sheets(List<SheetPerson> people, int spares, bool blank, int firstSerial)
    {
        var serials = Enumerable.Range(firstSerial, people.Count + spares)
            .Select(n => n.ToString("D8", CultureInfo.InvariantCulture))
            .ToList();
        return
        [
            .. people.Zip(serials, (person, serial) => PrintedSheet.Personal(serial, person)),
            .. serials.Skip(people.Count).Select(PrintedSheet.Spare),
            .. blank ? [PrintedSheet.Blank] : Array.Empty<PrintedSheet>(),
        ];
    }
}
