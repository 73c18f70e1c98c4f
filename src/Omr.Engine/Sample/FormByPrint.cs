using Omr.Engine.Imaging;
using Omr.Engine.Locate;
using Omr.Engine.Register;
using Omr.Engine.Template;

namespace Omr.Engine.Sample;

/// <summary>
/// Settles which of several forms a page is whose code can't be read: every one is tried, and its timing track, its
/// outlines and its rows and columns bear witness as they do where only one form is known. Only when one of them bears it
/// out and no other, it is that one; sister forms that both seem to fit settle nothing.
/// </summary>
internal sealed class FormByPrint(SheetRegistrar registrar, BubbleSampler sampler)
{
    private readonly SheetLocator _locator = new();

    /// <summary>The one form whose print is on the page, or null.</summary>
    public FoundForm? Find(GrayImage page, IReadOnlyList<FormLayout> layouts)
    {
        FoundForm? found = null;
        foreach (var layout in layouts)
        {
            if (Try(page, layout) is not { } form)
                continue;
            if (found is not null)
                return null;
            found = form;
        }

        return found;
    }

    private FoundForm? Try(GrayImage page, FormLayout layout)
    {
        if (_locator.Locate(page, layout).Sheet is not { } located
            || registrar.Register(page, located, layout, unnamed: true).Sheet is not { } registered)
        {
            return null;
        }

        return GridWitness.Missing(sampler.Sample(page, registered)) is null ? new(layout, located, "", Unnamed: true) : null;
    }
}
