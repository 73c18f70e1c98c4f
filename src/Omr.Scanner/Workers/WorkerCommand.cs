using System.Collections.Immutable;

namespace Omr.Scanner.Workers;

/// <summary>How to start a process that serves as a worker (<see cref="WorkerHost"/>).</summary>
/// <param name="Program">The program's file.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string Program, ImmutableArray<string> Arguments);
