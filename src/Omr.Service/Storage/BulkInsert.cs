using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Omr.Service.Storage;

/// <summary>
/// Adds very many rows at once, by one prepared statement; the change tracker takes many times as long, while every other
/// writer waits. The rows don't learn their numbers.
/// </summary>
internal static class BulkInsert
{
    /// <summary>Adds the rows, in their order, to the transaction that is open.</summary>
    public static void InsertMany<T>(this OmrDatabase db, IEnumerable<T> rows)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var properties = type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToList();
        var getters = properties.ConvertAll(p => (p.GetGetter(), p.GetTypeMapping().Converter));
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""))}) VALUES ({string.Join(", ", properties.Select((_, i) => $"$p{i}"))})";
        var parameters = properties.Select((_, i) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"$p{i}";
            command.Parameters.Add(parameter);
            return parameter;
        }).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                var (getter, converter) = getters[i];
                var value = getter.GetClrValue(row);
                parameters[i].Value = (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}
