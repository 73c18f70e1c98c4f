using Omr.Service.Reconciliation.Counts;

namespace Omr.Service.Web.Counting;

/// <summary>A kab or lokasi with how many of its rooms are how far.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Path">The page of its rooms.</param>
/// <param name="Rooms">How many rooms it has.</param>
/// <param name="States">How many are how far.</param>
public sealed record CountPart(Wording Name, string Path, int Rooms, IReadOnlyDictionary<CountState, int> States)
{
    /// <summary>How many are that far.</summary>
    public int Of(CountState state) => States.GetValueOrDefault(state);
}
