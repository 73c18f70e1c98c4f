using Omr.Service.Runs;

namespace Omr.Service.Web.Releasing;

/// <summary>A run in the list.</summary>
/// <param name="Run">The run.</param>
/// <param name="Tally">What it says, counted; null while that is being worked out.</param>
public sealed record RunLine(RunView Run, RunTally? Tally);
