namespace Omr.Forms.Cover;

/// <summary>What stands on the cover of a room's envelope (sampul amplop LJK), from the roster.</summary>
/// <param name="Room"><c>KAB-LOKASI-RUANG</c>; the text of its QR, by which scanned pages find their room.</param>
/// <param name="Subjects">Subjects of the room, for example <c>180, 220</c>.</param>
/// <param name="Participants">Registered participants (terdaftar).</param>
/// <param name="FirstNumber">Lowest participant number.</param>
/// <param name="LastNumber">Highest participant number.</param>
public sealed record CoverText(string Room, string Subjects, int Participants, string FirstNumber, string LastNumber);
