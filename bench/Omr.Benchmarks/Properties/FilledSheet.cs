using Omr.Benchmarks.Campaign;
using Omr.Simulator;
using Omr.Simulator.Paper;
using Omr.Simulator.Planning;
using Omr.Simulator.Printing;
using Omr.Simulator.Scanning;

namespace Omr.Benchmarks.Properties;

/// <summary>A written sheet with what happened to it, before its scanner, so that it can be scanned again and again.</summary>
internal sealed class FilledSheet
{
    private readonly SheetCase _sheet;
    private readonly GreyPicture _page;
    private readonly PaperState _paper;
    private readonly ScannerState _scanner;

    private FilledSheet(SheetCase sheet, GreyPicture page, PaperState paper, ScannerState scanner) =>
        (_sheet, _page, _paper, _scanner) = (sheet, page, paper, scanner);

    /// <summary>Fills the print as the plan says, by one run of the simulator.</summary>
    public static FilledSheet Of(SheetCase sheet, SheetPlan plan, GreyPicture print)
    {
        FilledSheet? filled = null;
        var scanner = new ScannerState();
        // Its memory is its own, so the page that it wrote on stays as it is.
        var simulator = new SheetSimulator(sheet.Settings)
        {
            Harm = new()
            {
                Scanner = (state, _) => scanner = state,
                Sheet = (page, paper, _) => filled = new(sheet, page, paper, scanner),
            },
        };
        simulator.Make(sheet.Index, plan, print);
        return filled!;
    }

    /// <summary>
    /// Another pass through the same scanner: turned by up to 2 degrees, shifted by up to 2 pixels, with other noise. The
    /// picture holds until the memory's next scan.
    /// </summary>
    public GreyPicture Scan(Chance chance, SheetMemory memory)
    {
        var state = _scanner with
        {
            Skew = chance.Between(-2, 2),
            AutoSize = true,
            ShiftX = _scanner.ShiftX + Shift(),
            ShiftY = _scanner.ShiftY + Shift(),
            Noise = chance.Between(1, 4),
        };
        return new PageScan(_page, _sheet.Template.Paper, _paper, state, _sheet.Dpi, chance).Run(memory);

        // Millimetres that are 2 pixels.
        double Shift() => chance.Between(-2, 2) * 25.4 / _sheet.Dpi;
    }
}
