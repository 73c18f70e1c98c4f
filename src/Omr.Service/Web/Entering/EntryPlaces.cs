using Omr.Engine.Template;
using Omr.Service.Review;

namespace Omr.Service.Web.Entering;

/// <summary>
/// Where the fields stand on the form, as parts of its width and height: the picture is moved there while they are keyed in. A page
/// that could not be read may lie otherwise, so that is a help and no more.
/// </summary>
public sealed class EntryPlaces
{
    /// <summary>Name of the number's field on the form.</summary>
    internal const string Number = "nomor_peserta";

    private readonly Dictionary<EntryField, string> _places = [];

    private EntryPlaces()
    {
    }

    /// <summary>The place of an answer, <c>0.25 0.7</c>; empty if the form has none.</summary>
    public string OfItem(int item) => Of(new EntryField(CorrectionField.Answers, item));

    /// <summary>The place of a whole field.</summary>
    public string OfField(string field) => Of(new EntryField(field, 0));

    internal static EntryPlaces Of(FormTemplate form)
    {
        var places = new EntryPlaces();
        foreach (var field in form.Fields)
        {
            foreach (var block in field.Blocks)
            {
                places._places.TryAdd(new(field.Name, 0), At(form, field, block, block.Items / 2));
                for (var item = 0; item < block.Items; item++)
                    places._places.TryAdd(new(field.Name, block.FirstItem + item), At(form, field, block, item));
            }
        }

        return places;
    }

    private static string At(FormTemplate form, BubbleField field, BubbleBlock block, int item)
    {
        var middle = field.Centre(block, item, field.Values.Length / 2);
        return FormattableString.Invariant($"{middle.X / form.Paper.Width:0.###} {middle.Y / form.Paper.Height:0.###}");
    }

    private string Of(EntryField field) => _places.GetValueOrDefault(field, "");
}
