using Microsoft.AspNetCore.Components;

namespace Omr.Service.Web;

/// <summary>A part of a page; it knows where it is shown.</summary>
public abstract class View : ComponentBase
{
    /// <summary>Where it is shown.</summary>
    [CascadingParameter]
    public required Here Here { get; set; }

    /// <summary>The sentence in the page's language.</summary>
    protected string T(string indonesian, string english) => Here.Say(indonesian, english);

    /// <summary>A place or a length in a drawing, as SVG writes it.</summary>
    protected static string Px(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
