using Omr.Service.Publication;
using Omr.Service.Runs;

namespace Omr.Service.Web.Releasing;

/// <summary>A kab of a run, and whether it may be released.</summary>
/// <param name="Tally">Its participants.</param>
/// <param name="Reasons">How many things speak against a release now.</param>
/// <param name="Last">Its newest release; null before the first.</param>
public sealed record KabLine(KabTally Tally, int Reasons, ReleaseView? Last);
