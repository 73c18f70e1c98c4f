using Omr.Service.Review;
using Omr.Service.Web.Verifying;

namespace Omr.Service.Web.Entering;

/// <summary>A page that is keyed in.</summary>
/// <param name="Sheet">The page.</param>
/// <param name="File">Its file and page.</param>
/// <param name="Room">The room whose batch it lies in; empty if none is known.</param>
/// <param name="Refusal">Why it could not be read; empty if it was.</param>
/// <param name="CanDraw">Whether it can be drawn.</param>
/// <param name="Place">What is to be keyed in.</param>
/// <param name="Candidates">To whom it may belong.</param>
/// <param name="NumberLength">Digits of a participant number.</param>
/// <param name="SubjectLength">Digits of a subject code.</param>
/// <param name="PackageLength">Digits of a package.</param>
/// <param name="Options">The options of an answer, <c>ABCDE</c>.</param>
/// <param name="Places">Where the fields stand on the form.</param>
public sealed record EntryModel(
    long Sheet, string File, string Room, string Refusal, bool CanDraw, EntryPlace Place, IReadOnlyList<Candidate> Candidates,
    int NumberLength, int SubjectLength, int PackageLength, string Options, EntryPlaces Places)
{
    private const int Row = 10;

    /// <summary>The items to key in, in rows of ten as on the paper.</summary>
    public IEnumerable<IReadOnlyList<int>> Rows =>
        Place.Needed.Where(f => f.Isian == CorrectionField.Answers).Select(f => f.Butir).GroupBy(i => (i - 1) / Row).Select(g => g.ToList());

    /// <summary>How many items are to be keyed in.</summary>
    public int Answers => Place.Needed.Count(f => f.Isian == CorrectionField.Answers);

    /// <summary>Whether the number is to be keyed in.</summary>
    public bool NeedsNumber => Needs(CorrectionField.Identity);

    /// <summary>Whether the subject is.</summary>
    public bool NeedsSubject => Needs(CorrectionField.Subject);

    /// <summary>Whether the package is.</summary>
    public bool NeedsPackage => Needs(CorrectionField.Package);

    /// <summary>What waits, in a word for the script: when it changes, the page is another one.</summary>
    public string Turn =>
        Place.Hindrance is not null ? "tidak"
        : Place.IsDone ? "selesai"
        : Place.Needed.Count == 0 ? "menunggu"
        : FormattableString.Invariant($"{(Place.IsSecond ? "kedua" : "pertama")}-{Place.Needed.Count}-{Place.Differing.Count}");

    private bool Needs(string field) => Place.Needed.Any(f => f.Isian == field);
}
