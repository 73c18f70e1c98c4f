namespace Omr.Service.Web.Administering;

/// <summary>The accounts of a region, those first that wait to be let in.</summary>
/// <param name="Users">The accounts.</param>
public sealed record UsersModel(IReadOnlyList<UserModel> Users);
