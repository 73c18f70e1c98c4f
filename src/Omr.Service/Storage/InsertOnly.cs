using Microsoft.EntityFrameworkCore.Migrations;

namespace Omr.Service.Storage;

/// <summary>
/// Triggers that let a table grow and never change: what a machine read, what a person decided and what was scored stays
/// as it was, whatever a later version of the program, or somebody with the SQLite shell, would do.
/// </summary>
internal static class InsertOnly
{
    /// <summary>Protects these tables; called by migrations.</summary>
    public static void Protect(MigrationBuilder migration, params ReadOnlySpan<string> tables)
    {
        foreach (var table in tables)
        {
            foreach (var change in (ReadOnlySpan<string>)["UPDATE", "DELETE"])
            {
                migration.Sql(
                    $"CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END;");
            }
        }
    }
}
