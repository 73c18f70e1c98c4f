namespace Omr.Service.Sampling;

/// <summary>What the machine read of a sheet by itself, before any correction.</summary>
/// <param name="Number">Number of the sheet in the ledger.</param>
/// <param name="State">What is known of the participant number (<see cref="Reconciliation.NumberState"/>).</param>
/// <param name="Participant">The participant number.</param>
/// <param name="Subject">Subject code.</param>
/// <param name="Package">Package.</param>
/// <param name="Answers">The answers (<see cref="Storage.AnswerText"/>).</param>
internal sealed record MachineReading(long Number, string State, string Participant, string Subject, string Package, string Answers);
