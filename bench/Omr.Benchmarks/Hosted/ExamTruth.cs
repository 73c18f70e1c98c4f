namespace Omr.Benchmarks.Hosted;

/// <summary>What the simulator wrote on each sheet, and the roster that the sheets were made from; read by a plain loop.</summary>
internal sealed class ExamTruth
{
    private readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, string>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _people = new(StringComparer.Ordinal);

    /// <param name="truth">The simulator's <c>truth.csv</c>.</param>
    /// <param name="roster">The roster, plain commas.</param>
    public ExamTruth(string truth, string roster)
    {
        foreach (var line in File.ReadLines(truth).Skip(1))
        {
            var cells = line.Split(',');
            if (cells is [var file, "identity", _, var number, ..])
                _numbers[file] = number;
            else if (cells is [_, "jawaban", var item, var value, ..])
                Answers(cells[0])[int.Parse(item, System.Globalization.CultureInfo.InvariantCulture)] = value;
        }

        var lines = File.ReadLines(roster).ToList();
        Header = lines[0];
        foreach (var cells in lines.Skip(1).Select(l => l.Split(',')))
            _people[cells[Column("nomor_peserta")]] = cells;
    }

    /// <summary>The roster's first line.</summary>
    public string Header { get; }

    /// <summary>All participant numbers.</summary>
    public IEnumerable<string> Numbers => _people.Keys;

    /// <summary>Whose sheet a file is.</summary>
    public string NumberOf(string file) => _numbers[Path.GetFileName(file)];

    /// <summary>KAB-LOKASI-RUANG of a participant.</summary>
    public string RoomOf(string number) => $"{Of(number, "kd_kab")}-{Of(number, "lokasi")}-{Of(number, "ruang")}";

    /// <summary>A cell of the roster.</summary>
    public string Of(string number, string column) => _people[number][Column(column)];

    /// <summary>The roster's line of a participant.</summary>
    public string LineOf(string number) => string.Join(',', _people[number]);

    /// <summary>
    /// The score that the paper deserves: N = 0.30 P + 0.70 F, rounded half up to two decimals once at the end; one mark
    /// that is the key's is right, all else is not (DOMAIN.md section 4).
    /// </summary>
    public decimal ScoreOf(string file)
    {
        var package = Of(NumberOf(file), "paket");
        var (pedagogy, professional) = (0, 0);
        foreach (var (item, value) in Answers(Path.GetFileName(file)))
        {
            if (item > ExamKey.Items || value != ExamKey.Right(package, item))
                continue;
            if (item <= ExamKey.Pedagogy)
                pedagogy++;
            else
                professional++;
        }

        var score = (0.30m * 100 * pedagogy / ExamKey.Pedagogy) + (0.70m * 100 * professional / (ExamKey.Items - ExamKey.Pedagogy));
        return Math.Round(score, 2, MidpointRounding.AwayFromZero);
    }

    private Dictionary<int, string> Answers(string file)
    {
        if (!_answers.TryGetValue(file, out var answers))
            _answers[file] = answers = [];
        return answers;
    }

    private int Column(string name) => Array.IndexOf(Header.Split(','), name);
}
