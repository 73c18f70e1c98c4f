using Omr.Engine;

namespace Omr.Scanner.Workers;

/// <summary>What came next from a worker: a page's outcome, the file's end, or how the worker failed.</summary>
/// <param name="Outcome">The page's outcome.</param>
/// <param name="Failure">Why the worker is no more, if it is.</param>
/// <param name="Evidence">How it ended.</param>
/// <param name="MayPass">Whether the failure may be the machine's, so that the page deserves another try.</param>
internal readonly record struct WorkerAnswer(
    ReadOutcome? Outcome, RefusalReason? Failure = null, string Evidence = "", bool MayPass = false);
