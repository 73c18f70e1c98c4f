using Microsoft.AspNetCore.Components;

namespace Omr.Service.Web;

/// <summary>A whole page that shows what its endpoint gathered.</summary>
/// <typeparam name="TModel">What it shows.</typeparam>
public abstract class PageOf<TModel> : View
{
    /// <summary>What it shows.</summary>
    [Parameter]
    public required TModel Model { get; set; }
}
