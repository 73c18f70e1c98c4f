using Omr.Engine.Template;
using Omr.Forms.Cairo;

namespace Omr.Forms.Ljk;

/// <summary>
/// Where the parts of an LJK that nobody measures stand, in millimetres; everything is hung on the bubbles of
/// <see cref="LjkForm"/>. From the top: header, identity, a band of instructions, statement and signature, answers.
/// </summary>
internal static class LjkLayout
{
    /// <summary>Stroke of a frame.</summary>
    public const double FrameStroke = 0.3;

    /// <summary>Stroke of lines inside a frame.</summary>
    public const double RuleStroke = 0.15;

    /// <summary>Height of the strip with the title at the top of a frame.</summary>
    public const double StripHeight = 3.6;

    /// <summary>Height of the boxes to write in above a grid.</summary>
    public const double BoxHeight = 5.8;

    /// <summary>White between a bubble's outline and anything else, twice what the reader needs.</summary>
    public const double Clear = 1.0;

    /// <summary>From a row's middle to what stands above or below its bubbles.</summary>
    public const double RowReach = (LjkForm.BubbleSize / 2) + Clear;

    /// <summary>Distance of text from a frame's side.</summary>
    public const double TextInset = 1.5;

    /// <summary>The signature's box (tanda tangan), without its title.</summary>
    public const double SignatureWidth = 60.0;

    /// <summary>Height of the signature's box.</summary>
    public const double SignatureHeight = 14.0;

    /// <summary>Left edge of the frames right of the names.</summary>
    public const double NumberFrameLeft = 125.0;

    /// <summary>Left edge of the header's texts: 3 mm beside the ring stay white.</summary>
    public const double HeaderLeft = 18.0;

    /// <summary>The box with name, number, placement and subject under the header's title.</summary>
    public static PaperArea PersonBox { get; } = new(LjkForm.Left, 21, 155, 8);

    /// <summary>Type of the form's name.</summary>
    public static Lettering Headline { get; } = new(13, Bold: true);

    /// <summary>Type of the exam's name.</summary>
    public static Lettering Subhead { get; } = new(10, Bold: true);

    /// <summary>Type of the titles of frames.</summary>
    public static Lettering Title { get; } = new(7, Bold: true);

    /// <summary>Type of notes and of text that is only looked up.</summary>
    public static Lettering Body { get; } = new(6.5);

    /// <summary>Type of the numbers beside the answers.</summary>
    public static Lettering ItemNumber { get; } = new(7);

    /// <summary>Type of what is preprinted for the participant.</summary>
    public static Lettering Preprint { get; } = new(8, Bold: true);

    /// <summary>Bottom of the identity part.</summary>
    public static double IdentityFrameBottom => LjkForm.IdentityRow(LjkForm.IdentityRows - 1) + RowReach;

    /// <summary>
    /// From the written boxes of a grid to its frame's sides; the narrow subject's frame needs its room for the title.
    /// </summary>
    public static double GridMargin(string field) => field == "kd_mapel" ? 2.0 : 3.5;

    /// <summary>Top of the frames of the answers.</summary>
    public static double AnswersFrameTop(BubbleField answers) => answers.Blocks[0].Origin.Y - RowReach - StripHeight;

    /// <summary>The band between identity and answers.</summary>
    public static PaperArea Band(BubbleField answers)
    {
        var top = IdentityFrameBottom + LjkForm.Gap;
        return new(LjkForm.Left, top, LjkForm.Right - LjkForm.Left, AnswersFrameTop(answers) - LjkForm.Gap - top);
    }

    /// <summary>The baseline that centres capitals on a height.</summary>
    public static double Baseline(double middle, Lettering lettering) =>
        middle + (Canvas.CapHeight * lettering.Points / Canvas.PointsPerMillimetre / 2);
}
