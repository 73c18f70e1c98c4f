namespace Omr.Service.Audit;

/// <summary>An entry as the database holds it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Bytes">Its canonical bytes, made of what stands in the columns.</param>
/// <param name="Node">The node beside it, as UTF-8 hexadecimals.</param>
internal sealed record StoredEntry(long Number, byte[] Bytes, byte[] Node);
