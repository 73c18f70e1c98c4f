namespace Omr.Service.KeyCustody;

/// <summary>Where an item stands in the keys of a subject; never what its key is.</summary>
/// <param name="Paket">Package.</param>
/// <param name="Butir">Number of the item.</param>
public sealed record KeyPlace(string Paket, int Butir);
