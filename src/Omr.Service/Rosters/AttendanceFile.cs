using System.Collections.Immutable;

namespace Omr.Service.Rosters;

/// <summary>
/// Reads the attendance list: <c>nomor_peserta,hadir</c> with <c>H</c> or <c>TH</c>, and optionally <c>kejadian</c>
/// with <c>BT</c> or <c>DT</c> from the room's minutes. On a whole list everybody in the roster must be, or
/// terdaftar = hadir + tidak hadir (DOMAIN.md E1) could not hold.
/// </summary>
public static class AttendanceFile
{
    private static readonly string[] Columns = ["nomor_peserta", "hadir"];

    /// <summary>Reads the whole list from the disk; null when there was any error.</summary>
    public static ImmutableDictionary<string, AttendanceEntry>? Read(
        string file, Roster roster, ICollection<RowError> errors)
    {
        var before = errors.Count;
        if (ListFile.Load(file, errors) is not { } list || Rows(list, roster.Find, errors) is not { } rows)
            return null;
        foreach (var participant in roster.Participants.Where(p => !rows.Listed.Contains(p.Number)))
            errors.Add(new(file, 0, Absent(participant)));
        return errors.Count == before
            ? rows.Right.ToImmutableDictionary(r => r.Number, r => r.Entry, StringComparer.Ordinal)
            : null;
    }

    /// <summary>
    /// Reads a list that may leave people out: the rows that are right, and every known number it names; null when it is
    /// no such list at all.
    /// </summary>
    /// <param name="file">The list.</param>
    /// <param name="find">Finds whom the list may name.</param>
    /// <param name="errors">Takes everything that is wrong.</param>
    /// <param name="region">The region they must be of; empty for all.</param>
    internal static (IReadOnlyList<AttendanceMark> Right, IReadOnlySet<string> Listed)? Rows(
        ListFile file, Func<string, Participant?> find, ICollection<RowError> errors, string region = "")
    {
        if (ListTable.Read(file, Columns, errors) is not { } rows)
            return null;
        var marks = new List<AttendanceMark>();
        var firstRow = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var number = row["nomor_peserta"];
            var problem =
                number.Length == 0 ? Identifier.Missing("nomor_peserta")
                : find(number) is null ? Unknown(number, region)
                : !firstRow.TryAdd(number, row.Number) ? RosterFile.Twice(number, firstRow[number])
                : null;
            if (problem is not null)
                errors.Add(new(file.Name, row.Number, problem));
            else if (Entry(row, what => errors.Add(new(file.Name, row.Number, what))) is { } entry)
                marks.Add(new(number, entry));
        }
        return (marks, firstRow.Keys.ToHashSet(StringComparer.Ordinal));
    }

    private static AttendanceEntry? Entry(CsvRow row, Action<Wording> report)
    {
        bool? present = row["hadir"].ToUpperInvariant() switch { "H" => true, "TH" => false, _ => null };
        Incident? incident = row["kejadian"].ToUpperInvariant() switch
        {
            "" => Incident.None,
            "BT" => Incident.Cancelled,
            "DT" => Incident.Held,
            _ => null,
        };
        if (present is null)
        {
            var shown = Identifier.Shown(row["hadir"]);
            report(new($"hadir '{shown}' bukan H atau TH", $"hadir '{shown}' is neither H nor TH"));
        }
        if (incident is null)
        {
            var shown = Identifier.Shown(row["kejadian"]);
            report(new($"kejadian '{shown}' bukan BT atau DT", $"kejadian '{shown}' is neither BT nor DT"));
        }
        return present is { } p && incident is { } i ? new(p, i) : null;
    }

    private static Wording Unknown(string number, string region)
    {
        var shown = Identifier.Shown(number);
        var unknown = new Wording($"nomor_peserta '{shown}' tidak ada di daftar peserta", $"nomor_peserta '{shown}' isn't in the roster");
        return region.Length == 0 ? unknown : unknown + new Wording($"wilayah akun ini ({region})", $"of this account's region ({region})");
    }

    private static Wording Absent(Participant participant) => new(
        $"nomor_peserta {participant.Number} (ruang {participant.Room}) tidak ada di daftar hadir; isi H atau TH",
        $"nomor_peserta {participant.Number} (room {participant.Room}) isn't on the list; enter H or TH");
}
