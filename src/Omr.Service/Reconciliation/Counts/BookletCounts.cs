namespace Omr.Service.Reconciliation.Counts;

/// <summary>The question booklets of a room as its supervisor reports them; null where nothing was reported.</summary>
/// <param name="Received">Naskah diterima.</param>
/// <param name="Used">Terpakai.</param>
/// <param name="Damaged">Rusak.</param>
/// <param name="Unused">Sisa.</param>
/// <param name="Destroyed">Dimusnahkan in the room; nothing where they went to the Korlok, who destroys them.</param>
internal readonly record struct BookletCounts(int? Received, int? Used, int? Damaged, int? Unused, int? Destroyed);
