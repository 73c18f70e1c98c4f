namespace Omr.Engine.Register;

/// <summary>Tones at a bubble's printed outline.</summary>
/// <param name="Outline">Mean tone of the outline.</param>
/// <param name="Paper">Tone of the paper just outside it.</param>
/// <param name="Uneven">Share of the outside that is not of the paper's tone: something lies over the bubble's edge.</param>
internal readonly record struct OutlineTones(int Outline, int Paper, float Uneven);
