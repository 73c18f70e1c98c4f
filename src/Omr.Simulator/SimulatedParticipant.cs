namespace Omr.Simulator;

/// <summary>A participant whose sheet is simulated.</summary>
/// <param name="Number">Participant number, digits.</param>
/// <param name="Name">Name as in the roster.</param>
/// <param name="BirthDate">Date of birth; null where it isn't known, and then it isn't filled in.</param>
/// <param name="Subject">Subject code (kd_mapel), digits.</param>
/// <param name="Package">Package code (paket), digits; empty where it isn't known, and then it isn't filled in.</param>
/// <param name="Placement">Where the participant sits, as it is printed on the sheet.</param>
public sealed record SimulatedParticipant(
    string Number, string Name, DateOnly? BirthDate, string Subject, string Package, string Placement);
