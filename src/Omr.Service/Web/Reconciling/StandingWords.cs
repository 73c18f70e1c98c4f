using Omr.Service.Reconciliation.Closing;
using Omr.Service.Reconciliation.Counts;

namespace Omr.Service.Web.Reconciling;

/// <summary>What the standings are called, and the class of their tags.</summary>
internal static class StandingWords
{
    public static Wording Of(RoomStanding standing) => standing switch
    {
        RoomStanding.Balanced => new("cocok", "agrees"),
        RoomStanding.Off => new("tidak cocok", "doesn't agree"),
        _ => new("menunggu", "waits"),
    };

    public static string Class(RoomStanding standing) => standing switch
    {
        RoomStanding.Balanced => "good",
        RoomStanding.Off => "bad",
        _ => "wait",
    };

    public static Wording Of(EqualityState state) => state switch
    {
        EqualityState.Holds => new("cocok", "agrees"),
        EqualityState.Off => new("selisih", "off"),
        _ => new("belum diketahui", "not known yet"),
    };

    public static string Class(EqualityState state) => state switch
    {
        EqualityState.Holds => "good",
        EqualityState.Off => "bad",
        _ => "wait",
    };

    public static Wording Of(FindingStatus status) => status switch
    {
        FindingStatus.Open => new("terbuka", "open"),
        FindingStatus.Closed => new("ditutup", "closed"),
        _ => new("catatan", "note"),
    };

    public static string Class(FindingStatus status) => status switch
    {
        FindingStatus.Open => "bad",
        FindingStatus.Closed => "good",
        _ => "",
    };
}
