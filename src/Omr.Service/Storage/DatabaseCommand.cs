using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Omr.Service.Storage;

/// <summary>SQL in the transaction that is open, where the mapper's own way takes longer than the work: once for each sheet.</summary>
internal static class DatabaseCommand
{
    /// <summary>A statement with parameters <c>$0</c>, <c>$1</c> and so on.</summary>
    public static DbCommand Prepare(this OmrDatabase db, string sql, int parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = FormattableString.Invariant($"${i}");
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Runs it with these values; how many rows it changed.</summary>
    public static int Run(this DbCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command.ExecuteNonQuery();
    }
}
