namespace Omr.Simulator.Profiles;

/// <summary>
/// How often an answer is written in each way; what is left over is filled as asked. In columns of digits and letters
/// only the ways apply that leave the value readable.
/// </summary>
/// <param name="Blank">No answer.</param>
/// <param name="Double">Two full marks.</param>
/// <param name="Faint">Hardly any pressure.</param>
/// <param name="Partial">A third to a half filled.</param>
/// <param name="Cross">A cross.</param>
/// <param name="Tick">A tick.</param>
/// <param name="Line">A 1 mm line.</param>
/// <param name="Dot">A dot and no answer.</param>
/// <param name="Erased">A mark rubbed out and no answer.</param>
/// <param name="Corrected">A mark rubbed out and another made.</param>
public sealed record MarkRates(
    double Blank,
    double Double = 0,
    double Faint = 0,
    double Partial = 0,
    double Cross = 0,
    double Tick = 0,
    double Line = 0,
    double Dot = 0,
    double Erased = 0,
    double Corrected = 0);
