namespace Omr.Engine.Classify;

/// <summary>What a close look at one bubble shows of the pencil in and around it; no judgement.</summary>
/// <param name="Seen">Whether there was anything to compare it with; otherwise all else is 0.</param>
/// <param name="Stroke">Square millimetres inside its outline as dark as this writer's strokes.</param>
/// <param name="Extent">Millimetres from end to end of what is so dark inside.</param>
/// <param name="Covered">Share of its inside, printed letter apart, that is darker than paper at all.</param>
/// <param name="Weak">Square millimetres inside that are darker than paper at all.</param>
/// <param name="Beside">Square millimetres of pencil on and just outside its outline.</param>
/// <param name="Reach">
/// Millimetres beyond its outline to which pencil runs on without a gap from inside, marks of other bubbles apart.
/// </param>
/// <param name="Stray">Square millimetres of pencil nearby that neither touches it nor belongs to another bubble's mark.</param>
/// <param name="FreeSides">The most sides in a row, of the <see cref="LookFrame.Sides"/> all around, on which no pencil leaves it.</param>
internal readonly record struct PencilShape(
    bool Seen, float Stroke, float Extent, float Covered, float Weak, float Beside, float Reach, float Stray, int FreeSides)
{
    /// <summary>
    /// Square millimetres of pencil nearby from which something else than this bubble's mark is going on. Beside marks
    /// of one bubble less than 0.4 was seen; the pieces of a stamp that hit a bubble leave 3 and more.
    /// </summary>
    public const float MostStray = 0.4f;

    // Millimetres beyond the outline to which a tick's tail reaches; writing, folds and streaks run on to the end of
    // what is looked at.
    private const float MostReach = 2.2f;

    // A pencil put down while thinking leaves a dot of up to 0.53 mm2 and 1.9 mm: what is smaller must be longer, what is
    // not longer than a dot must be larger. 95 of 100 crosses and ticks have more than either inside their bubble.
    private const float LeastStroke = 0.38f;
    private const float LeastExtent = 2.3f;
    private const float UsualStroke = 0.55f;
    private const float UsualExtent = 2;
    private const float CompactStroke = 0.9f;

    // Share of the pencil inside that must be as dark as this writer's strokes: what an eraser or no pressure left is pale
    // all over, and dark only where two strokes crossed (0.31 of an erasure, 0.61 of one faint mark in a hundred); 99 of 100
    // crosses, ticks and parts have 0.6 and more.
    private const float LeastSolid = 0.55f;

    // Millimetres beyond the outline that a mark reaches which lies beside its place: on normal sheets full marks that cover
    // less than 0.7 of their bubble reach 0.96, and overfilled ones 1.06.
    private const float MostBeyond = 1;
    private const float MostOverfilled = 1.2f;
    private const float NearlyFilled = 0.8f;

    // Millimetres that the arms of a cross reach, and the sides in a row on which none leaves: they leave on all sides,
    // while the end of a written line comes from one.
    private const float MostArm = 1.5f;
    private const int MostFreeSides = 4;

    // Free sides in a row between two opposite places where a line leaves, of 16: 7, and two more where they are not quite opposite.
    private const int MostOpposite = 9;

    // Share of the paper just outside that one tail of a tick crosses.
    private const float Tail = 0.13f;

    // Square millimetres of pencil, as dark as a stroke or darker than paper, below which a bubble of a blank item has
    // but specks: 99.5 in 100 blank bubbles have less.
    private const float SpeckStroke = 0.3f;
    private const float SpeckWeak = 0.45f;

    // Square millimetres: the same for a bubble's outline and what is just outside.
    private const float SpeckBeside = 0.6f;

    // Share of a bubble that a fill covers, gaps between its strokes apart, when something runs on beyond: writing across
    // covers up to 0.93.
    private const float LeastFilled = 0.97f;

    // Share below which it is a part that is filled.
    private const float MostPart = 0.6f;

    /// <summary>Whether pencil runs on beyond, as no mark does.</summary>
    public bool GoesOn => Reach > MostReach;

    /// <summary>Whether the bubble is filled.</summary>
    public bool IsFilled => Covered >= LeastFilled;

    /// <summary>Whether there is a stroke across the bubble that ends nearby, and nothing else around.</summary>
    public bool IsStroke =>
        Stroke >= (Extent >= LeastExtent ? LeastStroke : Extent >= UsualExtent ? UsualStroke : CompactStroke)
        && Stroke >= LeastSolid * Weak && !GoesOn && Stray < MostStray;

    /// <summary>
    /// Whether what crosses the outline may be something that comes from elsewhere and does not fill the bubble, as the end
    /// of a written line does: it leaves neither as one tail, nor on all sides as a cross, nor only as far as a mark beside
    /// its place.
    /// </summary>
    /// <param name="uneven">Share of the paper just outside that is crossed.</param>
    public bool ComesFromElsewhere(float uneven) => PassesThrough || (uneven > Tail && Covered < LeastFilled
        && Reach > (Covered >= NearlyFilled ? MostOverfilled : MostBeyond)
        && (LiesBeside || Reach > MostArm || Covered >= MostPart));

    /// <summary>
    /// Whether a line that does not fill the bubble leaves it on two opposite sides and on one of them reaches farther than an arm
    /// of a cross: the last bubble of a written line, which ends short of where lines run on.
    /// </summary>
    public bool PassesThrough => FreeSides is > MostFreeSides and <= MostOpposite && Reach > MostArm && Covered < MostPart;

    /// <summary>Whether the bubble's mark lies on one side of it and crosses the outline there.</summary>
    public bool LiesBeside => FreeSides > MostFreeSides;

    /// <summary>Whether it is the mark of this bubble and no other's, filled or not.</summary>
    public bool IsOwn => IsStroke || (Covered >= MostPart && !GoesOn);

    /// <summary>Whether a part of the bubble is as dark as this writer's strokes.</summary>
    public bool IsPart => Stroke >= SpeckStroke && Covered < MostPart;

    /// <summary>Whether somebody may have drawn more than a dot inside.</summary>
    public bool IsMoreThanADot => Stroke >= SpeckStroke || Weak >= SpeckWeak;

    /// <summary>Whether somebody may have drawn beside it.</summary>
    public bool IsBeside => Beside >= SpeckBeside;
}
