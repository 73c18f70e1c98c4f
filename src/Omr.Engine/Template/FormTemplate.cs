using System.Collections.Immutable;

namespace Omr.Engine.Template;

/// <summary>
/// A version of a printed form: where its marks, symbols and bubbles are, in millimetres from the paper's top-left
/// corner. Knows nothing of exams; it is read from JSON and checked on load.
/// </summary>
/// <param name="Id">Form id in lower case, for example <c>ljk-ukg-100</c>.</param>
/// <param name="Version">Version of the form, from 1; a changed layout is a new version.</param>
/// <param name="Title">What people call the form.</param>
/// <param name="Paper">The sheet's size.</param>
/// <param name="Ink">Which channel of a colour scan is read.</param>
/// <param name="Marks">The registration marks, at least three that do not lie on one line.</param>
/// <param name="Timing">The timing track, if the form has one.</param>
/// <param name="Codes">QR and bar codes.</param>
/// <param name="Fields">The fields in the order of the output.</param>
public sealed record FormTemplate(
    string Id,
    int Version,
    string Title,
    PaperSize Paper,
    InkChannel Ink,
    ImmutableArray<RegistrationMark> Marks,
    TimingTrack? Timing,
    ImmutableArray<CodeArea> Codes,
    ImmutableArray<BubbleField> Fields)
{
    /// <summary>The field of that name, or null.</summary>
    public BubbleField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>Every bubble in the order of fields, items and values.</summary>
    public IEnumerable<TemplateBubble> Bubbles()
    {
        foreach (var field in Fields)
        {
            foreach (var block in field.Blocks)
            {
                for (var item = 0; item < block.Items; item++)
                {
                    for (var value = 0; value < field.Values.Length; value++)
                    {
                        var centre = field.Centre(block, item, value);
                        yield return new(
                            field.Name,
                            block.FirstItem + item,
                            field.Values[value],
                            new(
                                centre.X - (field.Bubble.Width / 2),
                                centre.Y - (field.Bubble.Height / 2),
                                field.Bubble.Width,
                                field.Bubble.Height));
                    }
                }
            }
        }
    }
}
