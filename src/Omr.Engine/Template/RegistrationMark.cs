namespace Omr.Engine.Template;

/// <summary>A printed mark that tells where the sheet lies in the picture.</summary>
/// <param name="Name">Name that refusals use, for example <c>kiri-atas</c>.</param>
/// <param name="Shape">What is printed.</param>
/// <param name="Box">The rectangle that just holds the mark, in millimetres.</param>
/// <param name="Thickness">Stroke of a ring, an L or a crosshair in millimetres; 0 for solid shapes.</param>
/// <param name="Turn">For an L, the corner in which its arms meet.</param>
public sealed record RegistrationMark(
    string Name,
    MarkShape Shape,
    PaperArea Box,
    double Thickness = 0,
    MarkTurn Turn = MarkTurn.TopLeft);
