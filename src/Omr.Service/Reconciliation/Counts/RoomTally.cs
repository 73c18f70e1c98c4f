namespace Omr.Service.Reconciliation.Counts;

/// <summary>A room's own counts by their names, and how far they are.</summary>
internal sealed record RoomTally(RoomCounts Room)
{
    /// <summary>How far the count is.</summary>
    public CountState State
    {
        get
        {
            var differences = CountChecks.All.Select(c => c.Difference(Count)).ToList();
            return differences.Exists(d => d is not (null or 0)) && Room.Report.Explanation.Length == 0 ? CountState.Off
                : Room.Report.Seal.Length > 0 ? CountState.Sealed
                : CountChecks.Needed.Any(n => Count(n) is null) ? CountState.Uncounted
                : CountState.MaySeal;
        }
    }

    /// <summary>The count of that name; null while it isn't known.</summary>
    public int? Count(string name) => name switch
    {
        CountChecks.OfRoster => Room.Registered,
        CountChecks.OfAttendance => Room.IsListed ? Room.Present : null,
        "terdaftar" => Room.Report.Registered,
        "hadir" => Room.Report.Present,
        "tidakHadir" => Room.Report.Absent,
        "ljkTerkumpul" => Room.Report.Collected,
        "hitunganKedua" => Room.Report.Recounted,
        "ljkDiterima" => Room.Report.Received,
        "cadanganDiterima" => Room.Report.SparesReceived,
        "cadanganTerpakai" => Room.Report.SparesUsed,
        "rusak" => Room.Report.Damaged,
        "sisa" => Room.Report.Unused,
        "naskahDiterima" => Room.Report.Booklets.Received,
        "naskahTerpakai" => Room.Report.Booklets.Used,
        "naskahRusak" => Room.Report.Booklets.Damaged,
        "naskahSisa" => Room.Report.Booklets.Unused,
        "naskahDimusnahkan" => Room.Report.Booklets.Destroyed,
        _ => throw new ArgumentException($"there is no count {name}", nameof(name)),
    };
}
