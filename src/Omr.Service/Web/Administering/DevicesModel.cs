using Omr.Service.Access;

namespace Omr.Service.Web.Administering;

/// <summary>What the service stands on.</summary>
/// <param name="IsWell">Whether all is well.</param>
/// <param name="Problems">What is wrong and what to do.</param>
/// <param name="Drops">The drop folders, each with the account of its operator, if that is set.</param>
/// <param name="Machines">Other systems that come with a key.</param>
/// <param name="FreeGigabytes">Free space of the data folder.</param>
public sealed record DevicesModel(
    bool IsWell, IReadOnlyList<Wording> Problems, IReadOnlyList<(string Path, string Operator)> Drops,
    IReadOnlyList<(string Name, Role Role, string Region)> Machines, double FreeGigabytes);
