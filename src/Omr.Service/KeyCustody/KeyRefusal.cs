namespace Omr.Service.KeyCustody;

/// <summary>Why a key was not taken or not sealed.</summary>
/// <param name="Status">HTTP status that says so.</param>
/// <param name="What">What is wrong and what to do.</param>
internal sealed record KeyRefusal(int Status, Wording What);
