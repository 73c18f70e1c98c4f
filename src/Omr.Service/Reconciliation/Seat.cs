using System.Collections.Immutable;
using Omr.Service.Rosters;

namespace Omr.Service.Reconciliation;

/// <summary>A participant with the sheets that bear the number, wherever they lay.</summary>
internal sealed record Seat(Participant Participant, ImmutableArray<Sheet> Sheets);
