using Omr.Engine.Geometry;

namespace Omr.Engine.Register;

/// <summary>How far a timing mark lies from where the registration marks put it.</summary>
/// <param name="Y">Height on the paper in millimetres.</param>
/// <param name="Offset">Pixels.</param>
internal readonly record struct TimingOffset(double Y, PagePoint Offset);
