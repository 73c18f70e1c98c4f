using Omr.Engine.Geometry;

namespace Omr.Engine.Locate;

/// <summary>A blob that may be a registration mark.</summary>
/// <param name="Mark">Index of the mark in the template.</param>
/// <param name="Centroid">Its centre of gravity in the picture.</param>
/// <param name="Agreement">How well it looks like the mark, 0 to 1.</param>
internal readonly record struct MarkCandidate(int Mark, PagePoint Centroid, double Agreement);
