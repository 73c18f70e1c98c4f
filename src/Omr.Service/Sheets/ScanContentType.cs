namespace Omr.Service.Sheets;

/// <summary>What a scanned file is, told from its first bytes as the engine does it, never from its name.</summary>
internal static class ScanContentType
{
    /// <summary>What a file may be other than PNG.</summary>
    public static readonly string[] Others =
        ["image/jpeg", "image/tiff", "image/bmp", "image/x-portable-anymap", "application/pdf", "application/octet-stream"];

    // A PDF's signature may stand that far inside.
    private const int HeadBytes = 1024;

    /// <summary>The media type of a file.</summary>
    public static async Task<string> OfAsync(string path, CancellationToken stop)
    {
        var head = new byte[HeadBytes];
        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        var length = await RandomAccess.ReadAsync(file, head, 0, stop);
        return Of(head.AsSpan(0, length));
    }

    /// <summary>The media type of a file that begins so; bytes for download if it is none that is read.</summary>
    public static string Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "image/tiff",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        [(byte)'P', >= (byte)'1' and <= (byte)'6', ..] => "image/x-portable-anymap",
        _ => head.IndexOf("%PDF-"u8) >= 0 ? "application/pdf" : "application/octet-stream",
    };
}
