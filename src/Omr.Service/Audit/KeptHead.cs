using System.Text;
using Omr.Service.Signing;

namespace Omr.Service.Audit;

/// <summary>A signed head as a file holds it: the signed text on one line, the signature on the next.</summary>
/// <param name="Head">The head.</param>
/// <param name="Signature">Its signature.</param>
/// <param name="File">Where it is kept; empty if nowhere yet.</param>
internal sealed record KeptHead(TreeHead Head, string Signature, string File = "")
{
    private static readonly Wording NoHead = new("bukan kepala log, atau rusak", "no head of a log, or damaged");

    /// <summary>The file's text.</summary>
    public string Text => $"{Head.Content}\n{Signature}\n";

    /// <summary>Signs a head.</summary>
    public static KeptHead Of(TreeHead head, SigningKey key) =>
        new(head, key.Sign(TreeHead.Type, Encoding.UTF8.GetBytes(head.Content)));

    /// <summary>Reads the text of such a file; what is wrong if one of these keys didn't sign it.</summary>
    public static (KeptHead? Head, Wording? Problem) Parse(string text, string file, IReadOnlyCollection<VerifyingKey> keys)
    {
        if (text.Split('\n') is not [var content, var signature, ""] || TreeHead.Parse(content) is not { } head)
            return (null, NoHead);
        if (keys.FirstOrDefault(k => k.Id == head.Key) is not { } key)
        {
            return (null, new(
                $"ditandatangani dengan kunci {head.Key}, yang tidak ada di antara kunci publik yang dipakai",
                $"signed by key {head.Key}, which isn't among the public keys in use"));
        }

        return key.Verify(TreeHead.Type, Encoding.UTF8.GetBytes(content), signature)
            ? (new(head, signature, file), null)
            : (null, new("tanda tangan kepala log tidak sah", "the head's signature doesn't hold"));
    }
}
