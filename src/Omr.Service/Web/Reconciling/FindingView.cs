using Omr.Service.Reconciliation.Closing;
using Omr.Service.Rosters;

namespace Omr.Service.Web.Reconciling;

/// <summary>A finding as a page shows it: what, on what evidence, whose it is, since when, and what one may do about it.</summary>
public sealed record FindingView
{
    /// <summary>Tells it from all others on a page, from one time to the next.</summary>
    public required string Id { get; init; }

    /// <summary>D01 to D27, E1 to E12.</summary>
    public required string Code { get; init; }

    /// <summary>What its class is.</summary>
    public required Wording Name { get; init; }

    /// <summary>Its room; null for the province.</summary>
    public required RoomId? Room { get; init; }

    /// <summary>The participant number that it is about; empty if none.</summary>
    public required string Number { get; init; }

    /// <summary>What tells it from others of its kind; sent back with an act.</summary>
    public required string Subject { get; init; }

    /// <summary>What, how many, what to do.</summary>
    public required Wording What { get; init; }

    /// <summary>Whether somebody must still act.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>Whether it holds up the release.</summary>
    public required bool Blocks { get; init; }

    /// <summary>Who must act now.</summary>
    public required Wording Owner { get; init; }

    /// <summary>Since when it is known, UTC; null where nothing tells.</summary>
    public required DateTime? Since { get; init; }

    /// <summary>Number of the page in the ledger; null if it is about none.</summary>
    public required long? Page { get; init; }

    /// <summary>That page in words.</summary>
    public required Wording PageName { get; init; }

    /// <summary>Whether that page has a picture of its number.</summary>
    public required bool HasCrop { get; init; }

    /// <summary>What people did about it.</summary>
    public required IReadOnlyList<FindingActView> Acts { get; init; }

    /// <summary>Acts that whoever looks may do: the API's word, and the button's.</summary>
    public required IReadOnlyList<FindingChoice> Choices { get; init; }

    /// <summary>Why whoever looks may not close it yet, where they else might.</summary>
    public required Wording? Hindrance { get; init; }
}
