namespace Omr.Service.Rosters;

/// <summary>
/// Reads the roster: <c>nomor_peserta,nama,tgl_lahir,kd_kab,lokasi,ruang,kursi,kd_mapel[,paket]</c>, in any order,
/// other columns ignored.
/// </summary>
public static class RosterFile
{
    private static readonly string[] Columns =
        ["nomor_peserta", "nama", "tgl_lahir", "kd_kab", "lokasi", "ruang", "kursi", "kd_mapel"];

    /// <summary>Reads the roster from the disk; null when there was any error.</summary>
    public static Roster? Read(string file, FormLimits limits, ICollection<RowError> errors)
    {
        var before = errors.Count;
        return ListFile.Load(file, errors) is { } list && Rows(list, limits, errors) is { } rows && errors.Count == before
            ? new Roster(rows)
            : null;
    }

    /// <summary>Reads the rows that are right; null when it is no such list at all.</summary>
    internal static IReadOnlyCollection<Participant>? Rows(ListFile file, FormLimits limits, ICollection<RowError> errors)
    {
        if (ListTable.Read(file, Columns, errors) is not { } rows)
            return null;
        var participants = new Dictionary<string, Participant>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (Read(row, limits, what => errors.Add(new(file.Name, row.Number, what))) is not { } participant)
                continue;
            if (!participants.TryAdd(participant.Number, participant))
                errors.Add(new(file.Name, row.Number, Twice(participant.Number, participants[participant.Number].Row)));
        }
        return participants.Values;
    }

    /// <summary>That a number stands in an earlier row, too.</summary>
    internal static Wording Twice(string number, int row) => new(
        $"nomor_peserta {number} sudah ada pada baris {row}",
        $"nomor_peserta {number} is in row {row} already");

    private static Participant? Read(CsvRow row, FormLimits limits, Action<Wording> report)
    {
        var good = true;
        void Check(Wording? problem)
        {
            if (problem is null)
                return;
            good = false;
            report(problem);
        }

        var birth = BirthDate.Parse(row["tgl_lahir"]);
        var package = row["paket"].Length == 0 ? "" : Identifier.Package(row["paket"]);
        Check(Identifier.Problem("nomor_peserta", row["nomor_peserta"], limits.NumberLengths));
        Check(row["nama"].Length == 0 ? Identifier.Missing("nama") : null);
        Check(birth is null ? BirthDate.Problem(row["tgl_lahir"]) : null);
        foreach (var column in (string[])["kd_kab", "lokasi", "ruang"])
            Check(Identifier.CodeProblem(column, row[column]));
        Check(Identifier.Problem("kd_mapel", row["kd_mapel"], limits.SubjectLengths));
        Check(package is null ? AnswerKeyFile.NoPackage(row["paket"]) : null);
        return good
            ? new(
                row["nomor_peserta"], row["nama"], birth!.Value, new(row["kd_kab"], row["lokasi"], row["ruang"]),
                row["kursi"], row["kd_mapel"], package!, row.Number)
            : null;
    }
}
