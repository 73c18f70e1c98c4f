namespace Omr.Service.Web.Faults;

/// <summary>Why a page isn't shown.</summary>
/// <param name="Status">HTTP's number for it.</param>
/// <param name="Title">What is the matter.</param>
/// <param name="What">A sentence more, and what to do.</param>
/// <param name="Trace">By which the server's log tells more; empty where there is nothing to tell.</param>
public sealed record FaultModel(int Status, Wording Title, Wording What, string Trace);
