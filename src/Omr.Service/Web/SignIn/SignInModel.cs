namespace Omr.Service.Web.SignIn;

/// <summary>What the sign-in page must know.</summary>
/// <param name="Next">Where to go then; a path of ours.</param>
/// <param name="IsLocked">Whether the screen locked itself.</param>
/// <param name="HasNoAdmin">Whether there is no administrator yet.</param>
public sealed record SignInModel(string Next, bool IsLocked, bool HasNoAdmin);
