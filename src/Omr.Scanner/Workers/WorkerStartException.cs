namespace Omr.Scanner.Workers;

/// <summary>
/// No worker can be started: a fault of the installation, not of any file, so that there is nothing to go on with.
/// </summary>
public sealed class WorkerStartException : Exception
{
    /// <summary>Makes one without a word.</summary>
    public WorkerStartException()
    {
    }

    /// <summary>Makes one that tells how the worker ended.</summary>
    public WorkerStartException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that tells how the worker ended, and what stood behind it.</summary>
    public WorkerStartException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
