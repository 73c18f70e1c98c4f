namespace Omr.Engine.Classify;

/// <summary>
/// The two thresholds of a sheet and the doubtful band between them, on the scale of the sheet's own pencil. A soft 2B
/// gives 0.5 to 0.8 of print black over the whole bubble, a hard or careless hand 0.25; a rubbed-out mark leaves 0.02
/// to 0.1, and so do grain and a letter that blurred differently.
/// </summary>
/// <param name="Blank">Ink up to which a bubble is surely blank.</param>
/// <param name="Mark">Ink from which it is surely marked.</param>
internal readonly record struct MarkThresholds(float Blank, float Mark)
{
    // Shares of the writer's usual mark. A line of 1 mm at 60 % grey along the bubble gives 0.25: never blank.
    private const float MarkShare = 0.42f;
    private const float BlankShare = 0.17f;

    // Bounds for both, so that neither a faint writer nor a sheet of felt pen can move them where they don't belong.
    private const float LowestMark = 0.15f;
    private const float HighestMark = 0.28f;
    private const float LowestBlank = 0.07f;
    private const float HighestBlank = 0.11f;

    // Ink from which a bubble says something of the pencil, and how many must, before it is believed.
    private const float PencilFrom = 0.2f;
    private const int EnoughMarks = 5;

    /// <summary>Learns the thresholds from the ink of all bubbles above their printed blank.</summary>
    public static MarkThresholds Learn(ReadOnlySpan<float> ink)
    {
        var marks = new List<float>();
        foreach (var value in ink)
        {
            if (value >= PencilFrom)
                marks.Add(value);
        }

        marks.Sort();
        var usual = marks.Count >= EnoughMarks ? marks[marks.Count / 2] : 0.6f;
        return new(
            Math.Clamp(usual * BlankShare, LowestBlank, HighestBlank),
            Math.Clamp(usual * MarkShare, LowestMark, HighestMark));
    }
}
