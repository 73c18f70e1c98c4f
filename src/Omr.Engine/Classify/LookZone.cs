namespace Omr.Engine.Classify;

/// <summary>Where a pixel lies as seen from a bubble's outline, from the middle outwards.</summary>
internal enum LookZone : byte
{
    /// <summary>Where a mark belongs.</summary>
    Inside,

    /// <summary>On the printed outline, or nearly.</summary>
    Edge,

    /// <summary>Just outside.</summary>
    Beside,

    /// <summary>Where a stamp or writing would show itself.</summary>
    Nearby,

    /// <summary>Farther off.</summary>
    Beyond,
}
