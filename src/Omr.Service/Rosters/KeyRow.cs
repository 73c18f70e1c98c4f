using System.Collections.Immutable;
using System.Globalization;
using Omr.Service.Scoring;

namespace Omr.Service.Rosters;

/// <summary>Reads one row of the key and collects what is wrong in it.</summary>
/// <param name="row">The row.</param>
/// <param name="limits">What the forms can hold.</param>
/// <param name="told">Whether what is wrong is quoted.</param>
internal sealed class KeyRow(CsvRow row, FormLimits limits, KeyErrors told)
{
    public List<Wording> Problems { get; } = [];

    private bool Quotes => told == KeyErrors.WithValues;

    public KeyItem? Read()
    {
        if (Identifier.Problem("kd_mapel", row["kd_mapel"], limits.SubjectLengths) is { } problem)
            Problems.Add(Quotes ? problem : new("kd_mapel bukan kode mapel", "kd_mapel is no subject code"));
        if (Identifier.Package(row["paket"]) is null)
        {
            Problems.Add(Quotes
                ? AnswerKeyFile.NoPackage(row["paket"])
                : new("paket bukan 1-2 angka atau satu huruf", "paket is neither 1-2 digits nor a letter"));
        }
        var number = Number();
        var ranah = Competence();
        var options = Options();
        var policy = Policy();
        if (policy is { } known && !Fits(known, options.Length))
            Problems.Add(Mismatch());
        var weight = Weight();
        return Problems.Count == 0 ? new(number, options, ranah!.Value, policy!.Value, weight!.Value) : null;
    }

    private int Number()
    {
        if (!int.TryParse(row["butir"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            Add("butir", "bukan nomor butir", "is no item number");
        else if (number > limits.Items)
            Add("butir", $"tidak ada di formulir ({limits.Items} butir)", $"isn't on the form ({limits.Items} items)");
        return number;
    }

    private Ranah? Competence()
    {
        Ranah? ranah = row["ranah"].ToUpperInvariant() switch
        {
            "P" => Ranah.Pedagogy,
            "F" => Ranah.Professional,
            _ => null,
        };
        if (ranah is null)
            Add("ranah", "bukan P atau F", "is neither P nor F");
        return ranah;
    }

    private ImmutableArray<string> Options()
    {
        var cell = row["kunci"].ToUpperInvariant();
        ImmutableArray<string> options = cell.Length == 0 ? [] : [.. cell.Split('|', StringSplitOptions.TrimEntries)];
        if (!options.All(limits.Options.Contains))
        {
            var known = string.Join(" ", limits.Options);
            Add("kunci", $"bukan pilihan di formulir ({known})", $"is no option of the form ({known})");
        }
        else if (options.Distinct().Count() < options.Length)
        {
            Add("kunci", "menyebut pilihan dua kali", "names an option twice");
        }
        return options;
    }

    private KeyPolicy? Policy()
    {
        KeyPolicy? policy = row["kebijakan"].ToUpperInvariant() switch
        {
            "" or "NORMAL" => KeyPolicy.Normal,
            "KUNCI_GANDA" => KeyPolicy.SeveralKeys,
            "BONUS" => KeyPolicy.Bonus,
            "ANULIR" => KeyPolicy.Annulled,
            "BEST_OF" => KeyPolicy.BestOf,
            _ => null,
        };
        if (policy is null)
        {
            const string Known = "NORMAL, KUNCI_GANDA, BONUS, ANULIR, BEST_OF";
            Add("kebijakan", $"tidak dikenal ({Known})", $"is unknown ({Known})");
        }
        return policy;
    }

    private static bool Fits(KeyPolicy policy, int options) => policy switch
    {
        KeyPolicy.Normal => options == 1,
        KeyPolicy.SeveralKeys => options >= 2,
        KeyPolicy.BestOf => options == 2,
        _ => true,
    };

    private Wording Mismatch()
    {
        var key = Quotes ? $"kunci '{Identifier.Shown(row["kunci"])}'" : "kunci";
        return new(
            $"{key} tidak cocok dengan kebijakan: NORMAL satu pilihan, KUNCI_GANDA dua atau lebih, BEST_OF "
                + "tepat dua",
            $"{key} doesn't fit the policy: NORMAL one option, KUNCI_GANDA two or more, BEST_OF exactly two");
    }

    private decimal? Weight()
    {
        var text = row["bobot"].Replace(',', '.');
        if (text.Length == 0)
            return 1;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight is > 0 and <= 1000)
            return weight;
        Add("bobot", "bukan bilangan di atas 0 sampai 1000", "is no number above 0 up to 1000");
        return null;
    }

    // In a file whose columns slipped, a key stands under another name: only what can't be one is quoted.
    private bool IsNoKey(string column) =>
        column != "kunci" && row[column].ToUpperInvariant().Where(char.IsLetterOrDigit).ToList() is var signs
        && signs.Count(s => !limits.Options.Contains(s.ToString())) * 2 > signs.Count;

    private void Add(string column, string indonesian, string english)
    {
        var shown = Quotes || IsNoKey(column) ? $"{column} '{Identifier.Shown(row[column])}'" : column;
        Problems.Add(new($"{shown} {indonesian}", $"{shown} {english}"));
    }
}
