namespace Omr.Engine.Template;

/// <summary>What is wrong with a template, and where.</summary>
/// <param name="Path">JSON path of the fault, for example <c>$.fields[2].bubble.width</c>.</param>
/// <param name="Problem">What is wrong and what is expected, in one line of English.</param>
public sealed record TemplateFault(string Path, string Problem)
{
    /// <summary>The path and the problem in one line.</summary>
    public override string ToString() => $"{Path} {Problem}";
}
