using Omr.Service.Reconciliation.Counts;

namespace Omr.Service.Web.Counting;

/// <summary>What the states of a count are called, and their colour.</summary>
internal static class CountWords
{
    /// <summary>The name of a state.</summary>
    public static Wording Of(CountState state) => state switch
    {
        CountState.Uncounted => new("belum dihitung", "not counted"),
        CountState.Off => new("selisih", "off"),
        CountState.MaySeal => new("boleh disegel", "may be sealed"),
        _ => new("disegel", "sealed"),
    };

    /// <summary>The class of its tag.</summary>
    public static string Class(CountState state) => state switch
    {
        CountState.Uncounted => "wait",
        CountState.Off => "bad",
        CountState.MaySeal => "note",
        _ => "good",
    };
}
