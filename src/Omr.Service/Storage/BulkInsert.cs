using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

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
        using var command = db.Prepare(
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(table)}\""))}) VALUES ({string.Join(", ", properties.Select((_, i) => $"${i}"))})",
            properties.Count);
        var values = new object[properties.Count];
        foreach (var row in rows)
        {
            for (var i = 0; i < values.Length; i++)
            {
                var (getter, converter) = getters[i];
                var value = getter.GetClrValue(row);
                values[i] = (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
            }

            command.Run(values);
        }
    }
}
