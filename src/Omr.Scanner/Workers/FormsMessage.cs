using Omr.Engine.Template;

namespace Omr.Scanner.Workers;

/// <summary>The first message to a worker: which forms it reads.</summary>
internal static class FormsMessage
{
    /// <summary>What both ends must agree on; grows with any change of a message.</summary>
    public const byte Version = 1;

    /// <summary>The message of these forms.</summary>
    public static byte[] Write(IReadOnlyList<FormTemplate> forms)
    {
        var to = new MessageWriter().Begin(MessageKind.Forms);
        to.Write(Version);
        to.Write(forms.Count);
        foreach (var form in forms) to.Write(TemplateFile.Write(form));
        return to.Finish().ToArray();
    }

    /// <summary>The forms in this payload.</summary>
    /// <exception cref="InvalidDataException">It is of another version, or a form is wrong.</exception>
    public static FormTemplate[] Read(ReadOnlySpan<byte> payload)
    {
        var from = new MessageReader(payload);
        if (from.Byte() is var version and not Version)
            throw new InvalidDataException($"protocol version {version}, this is {Version}");
        var forms = new FormTemplate[from.Count(1)];
        for (var i = 0; i < forms.Length; i++)
            forms[i] = TemplateFile.Parse(from.Text(), out var fault) ?? throw new InvalidDataException($"form {i + 1}: {fault}");
        from.End();
        return forms;
    }
}
