namespace Omr.Benchmarks.Faults;

/// <summary>What a fault came to.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Said">What the service's health said, in Indonesian.</param>
/// <param name="Alarm">Seconds from the fault until health and log both said so; null where none is due.</param>
/// <param name="Resumed">Seconds from the fault's end until all that waited was read and the drop folders were empty.</param>
/// <param name="Sheets">Sheets that were dropped before, during and after it.</param>
/// <param name="Wrong">What was lost, doubled, half-written or left over.</param>
internal sealed record FaultResult(string Fault, string Said, double? Alarm, double Resumed, int Sheets, IReadOnlyList<string> Wrong);
