using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Omr.Scanner.Native;

namespace Omr.Service.Access;

/// <summary>
/// Where the keys lie by which cookies and the secrets of one-time codes are encrypted. The framework's own place flushes
/// nothing: a power cut soon after the first start takes the key, and whoever set up codes by it never signs in again.
/// </summary>
/// <param name="folder">The data folder's <c>secrets/</c>.</param>
internal sealed class KeyFiles(string folder) : IXmlRepository
{
    /// <summary>All keys; an empty file is one that a power cut took before anything was kept so, and opens nothing.</summary>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Directory.EnumerateFiles(folder, "*.xml").Where(f => new FileInfo(f).Length > 0).Select(f => XElement.Load(f))];

    /// <summary>Keeps a key; when this returns it is on the disk.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        var (path, part) = (Path.Combine(folder, $"{friendlyName}.xml"), Path.Combine(folder, $"{friendlyName}.part"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(part, Encoding.UTF8, options))
            element.Save(file);
        DurableFiles.Flush(part);
        File.Move(part, path, overwrite: true);
        DurableFiles.Flush(folder);
    }
}
