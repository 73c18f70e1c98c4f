namespace Omr.Service.Access;

/// <summary>Marks a route by which people manage their own session; for whoever lists the routes.</summary>
internal sealed record OwnSession;
