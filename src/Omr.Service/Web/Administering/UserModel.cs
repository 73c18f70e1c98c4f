using Omr.Service.Access;

namespace Omr.Service.Web.Administering;

/// <summary>An account.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Person">Who uses it.</param>
/// <param name="IsMachine">Whether another system comes with a key.</param>
/// <param name="Role">Its role.</param>
/// <param name="Region">Its region; empty for the province.</param>
/// <param name="ApprovedBy">Who let it in; null while it waits.</param>
/// <param name="DisabledAt">When it was shut out, UTC.</param>
/// <param name="HasCodes">Whether it uses one-time codes.</param>
/// <param name="IsOwn">Whether it is the same person's who looks.</param>
public sealed record UserModel(
    string Name, string Person, bool IsMachine, Role Role, string Region, string? ApprovedBy, DateTime? DisabledAt, bool HasCodes, bool IsOwn);
