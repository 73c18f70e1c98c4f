namespace Omr.Service.Intake;

/// <summary>
/// Whether the disk or share on which a folder lay is still mounted: where one is taken away, the empty folder below it
/// stays, and looks as if no paper came.
/// </summary>
/// <param name="folder">Full path of the folder.</param>
internal sealed class MountWatch(string folder)
{
    private string _place = "";

    /// <summary>Whether what was mounted there, at any look since the start, isn't any more.</summary>
    public bool IsGone()
    {
        var now = DriveInfo.GetDrives().Select(d => d.Name).Where(IsAbove).MaxBy(n => n.Length) ?? "";
        if (now.Length > _place.Length)
            _place = now;
        return now.Length < _place.Length;
    }

    private bool IsAbove(string mount) =>
        folder == mount || folder.StartsWith(Path.EndsInDirectorySeparator(mount) ? mount : mount + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
