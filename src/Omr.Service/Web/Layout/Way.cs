using Omr.Service.Access;

namespace Omr.Service.Web.Layout;

/// <summary>A page that somebody may go to.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Act">What one must be allowed to do to see it.</param>
public sealed record Way(string Path, Wording Name, Act Act)
{
    /// <summary>Whether that page, or one below it, is being shown.</summary>
    public bool IsAt(string path) =>
        path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] is '/' or '?');
}
