using System.Globalization;
using Omr.Service.Rosters;

namespace Omr.Service.Api;

/// <summary>What a caller asked for, by the name they gave it: so that an answer can say what isn't there.</summary>
internal static class Asked
{
    public static Wording Run(long id) => Numbered("Skoring", "Scoring run", id);

    public static Wording Sheet(long id) => Numbered("Lembar", "Sheet", id);

    public static Wording Crop(long id, string field, int item) =>
        Named("Potongan lembar", "Crop of sheet", FormattableString.Invariant($"{id} field {field} item {item}"));

    public static Wording Proposal(long id) => Numbered("Usul koreksi", "Proposed correction", id);

    public static Wording Kab(string kab) => Named("Kab", "Kab", kab);

    public static Wording Room(string kab, string lokasi, string ruang) => Named("Ruang", "Room", $"{kab}-{lokasi}-{ruang}");

    public static Wording Room(string room) => Named("Ruang", "Room", room);

    public static Wording Key(string subject) => Named("Kunci mapel", "Key of subject", subject);

    public static Wording Participant(string number) => Named("Nilai peserta", "Score of participant", number);

    private static Wording Numbered(string indonesian, string english, long id) =>
        Named(indonesian, english, id.ToString(CultureInfo.InvariantCulture));

    private static Wording Named(string indonesian, string english, string name)
    {
        var shown = Identifier.Shown(name);
        return new($"{indonesian} {shown}", $"{english} {shown}");
    }
}
