using Microsoft.Extensions.Options;
using Omr.Engine.Template;
using Omr.Forms.Cover;
using Omr.Forms.Ljk;
using Omr.Service.Cli;

namespace Omr.Service.Hosting;

/// <summary>The forms that the service reads.</summary>
/// <param name="Forms">Answer sheets, at least one.</param>
internal sealed record FormChoice(IReadOnlyList<FormTemplate> Forms)
{
    /// <summary>The answer sheets and the cover of an envelope.</summary>
    public IReadOnlyList<FormTemplate> WithCover { get; } = [.. Forms, CoverForm.Template];

    /// <summary>As the options say.</summary>
    /// <exception cref="OptionsValidationException">A form isn't there or is wrong.</exception>
    public static FormChoice Of(ServiceOptions options)
    {
        if (options.Forms.Length == 0)
            return new([.. LjkForm.All]);
        return TemplateChoice.Of(options.Forms, Language.English, out var problem) is { } forms
            ? new(forms)
            : throw new OptionsValidationException(nameof(ServiceOptions.Forms), typeof(ServiceOptions), [$"Forms: {problem}"]);
    }
}
