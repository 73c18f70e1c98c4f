namespace Omr.Service;

/// <summary>
/// The language in which staff are spoken to: Indonesian unless <c>--lang en</c> or the environment's
/// <c>OMR_LANG=en</c> asks for English.
/// </summary>
public sealed class Language
{
    private Language(string code) => Code = code;

    /// <summary>Indonesian, what the scoring staff read.</summary>
    public static Language Indonesian { get; } = new("id");

    /// <summary>English.</summary>
    public static Language English { get; } = new("en");

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>The wording in this language.</summary>
    public string Pick(string indonesian, string english) => this == English ? english : indonesian;

    /// <summary>
    /// The language that the arguments ask for, else the environment, else Indonesian. It is needed before the
    /// arguments are parsed, because what is said about wrong arguments is said in it.
    /// </summary>
    public static Language Of(IReadOnlyList<string> arguments, string? environment)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var asked = environment?.StartsWith(English.Code, StringComparison.Ordinal) == true ? English.Code : "";
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal))
                asked = arguments[i]["--lang=".Length..];
            else if (arguments[i] == "--lang" && i + 1 < arguments.Count)
                asked = arguments[i + 1];
        }
        return asked == English.Code ? English : Indonesian;
    }
}
