namespace Omr.Service.Access;

/// <summary>The act that a route is; for whoever lists the routes.</summary>
internal sealed record RequiredAct(Act Act);
