using Omr.Service.Hosting;

namespace Omr.Service.Intake;

/// <summary>
/// Whose turn it is in a drop folder: one service's at a time. Two on the same folder would each take a part of the sheets,
/// and neither would know what the other has. Who comes second waits and says so; it takes over when the first has ended.
/// The data folder's own drop folder needs none: the data folder itself is one service's. A folder that can't be written to can't be
/// taken either, only read; there nobody waits.
/// </summary>
internal sealed class DropTurn(DropPlace place) : IDisposable
{
    // Hidden, and by its ending no paper to any program.
    private const string FileName = ".omr-lock.tmp";

    // How the systems say that somebody else has it open: EAGAIN of Linux, EWOULDBLOCK of macOS, Windows' sharing violation.
    private static readonly int[] HeldByAnother = [11, 35, 32];

    private FileStream? _held;

    // Only for reading, so that what the folder lies on can still be made read-only. NFS, though, gives a lock for oneself
    // alone only on files that are open for writing.
    private FileAccess Access =>
        new DriveInfo(place.Path).DriveFormat.StartsWith("nfs", StringComparison.OrdinalIgnoreCase) ? FileAccess.ReadWrite : FileAccess.Read;

    /// <summary>Takes the turn or keeps it; false while another service has it.</summary>
    public bool Take()
    {
        if (_held is not null || place.Name.Length == 0 || !Directory.Exists(place.Path))
            return true; // a folder that is gone is told by who looks into it
        try
        {
            _held = new(Path.Combine(place.Path, FileName), FileMode.OpenOrCreate, Access, FileShare.None);
            return true;
        }
        catch (IOException other) when (HeldByAnother.Contains(other.HResult & 0xFFFF))
        {
            return false;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Gives the turn away; what holds it may be gone with the folder.</summary>
    public void GiveUp()
    {
        _held?.Dispose();
        _held = null;
    }

    /// <inheritdoc/>
    public void Dispose() => GiveUp();
}
