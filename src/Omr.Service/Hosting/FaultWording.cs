using Microsoft.Data.Sqlite;

namespace Omr.Service.Hosting;

/// <summary>What a fault of disk, folder or database is to the staff: what it is and what to do, not what a library calls it.</summary>
internal static class FaultWording
{
    // Of errno.h on Linux, and of Windows.
    private static readonly int[] Full = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private const int ReadOnlySystem = 30;
    private const int IoError = 5;

    // Of sqlite3.h. The first is said of statements that are wrong: no fault of the disk.
    private const int SqliteMistake = 1;
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCantOpen = 14;
    private const int SqliteNotADatabase = 26;

    private static readonly Wording DiskFull = new(
        "disk penuh; kosongkan ruang, pekerjaan lalu berlanjut sendiri", "the disk is full; make room, and the work goes on by itself");

    private static readonly Wording ReadOnly = new(
        "disk atau folder hanya dapat dibaca; buat dapat ditulis, pekerjaan lalu berlanjut sendiri",
        "the disk or folder can only be read; make it writable, and the work goes on by itself");

    /// <summary>Whether it is a fault of disk, folder or database, and none of the program.</summary>
    public static bool Is(Exception error) =>
        error is not OperationCanceledException
        && error.GetBaseException() is IOException or UnauthorizedAccessException or InvalidDataException
            or SqliteException { SqliteErrorCode: not SqliteMistake };

    /// <summary>Whether the database file is damaged.</summary>
    public static bool IsDamage(Exception error) =>
        error.GetBaseException() is SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNotADatabase };

    /// <summary>The fault in words.</summary>
    public static Wording Of(Exception error) => error.GetBaseException() switch
    {
        SqliteException sqlite => Of(sqlite),
        IOException { HResult: var code } when Full.Contains(code) => DiskFull,
        IOException { HResult: ReadOnlySystem } => ReadOnly,
        IOException { HResult: IoError } io => new($"disk gagal membaca atau menulis ({io.Message})", $"the disk fails to read or write ({io.Message})"),
        DirectoryNotFoundException gone => new(
            $"folder tidak ada; pasang lagi disk atau jaringannya ({gone.Message})", $"the folder isn't there; connect its disk or network again ({gone.Message})"),
        UnauthorizedAccessException closed => new($"tidak ada izin ({closed.Message})", $"no permission ({closed.Message})"),
        var other => new(other.Message, other.Message),
    };

    private static Wording Of(SqliteException error) => error.SqliteErrorCode switch
    {
        SqliteFull => DiskFull,
        SqliteReadOnly => ReadOnly,
        SqliteIoError or SqliteCantOpen => new(
            $"disk gagal membaca atau menulis basis data ({error.Message})", $"the disk fails to read or write the database ({error.Message})"),
        SqliteCorrupt or SqliteNotADatabase => new(
            "basis data rusak, tidak ada lagi yang disimpan; hentikan layanan, simpan folder data ini, pulihkan dengan omr restore (docs/operations.md)",
            "the database is damaged, nothing is stored any more; stop the service, keep this data folder, restore by omr restore (docs/operations.md)"),
        _ => new($"basis data: {error.Message}", $"database: {error.Message}"),
    };
}
