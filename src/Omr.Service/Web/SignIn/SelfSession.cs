namespace Omr.Service.Web.SignIn;

/// <summary>A place where one is signed in.</summary>
/// <param name="Began">When it began, UTC.</param>
/// <param name="Seen">When it last did something, UTC.</param>
/// <param name="HasCode">Whether a one-time code was given.</param>
/// <param name="IsThis">Whether it is this one.</param>
public sealed record SelfSession(DateTime Began, DateTime Seen, bool HasCode, bool IsThis);
