using Omr.Service.Access;

namespace Omr.Service.Web.SignIn;

/// <summary>One's own account.</summary>
/// <param name="Who">Whose.</param>
/// <param name="HasCodes">Whether it uses one-time codes.</param>
/// <param name="Sessions">Where one is signed in.</param>
public sealed record SelfModel(Caller Who, bool HasCodes, IReadOnlyList<SelfSession> Sessions);
