namespace Omr.Service.Reconciliation.Counts;

/// <summary>The levels at which is counted.</summary>
internal enum Level
{
    /// <summary>Ruang.</summary>
    Room,

    /// <summary>Lokasi.</summary>
    Lokasi,

    /// <summary>Kabupaten/kota.</summary>
    Kab,

    /// <summary>Provinsi.</summary>
    Province,
}
