using Omr.Scanner;

namespace Omr.Service.Cli;

/// <summary>Finds the scans that a user names.</summary>
internal static class PaperChoice
{
    /// <summary>The files, at least one, or null with one clear line.</summary>
    public static IReadOnlyList<PaperFile>? Of(IReadOnlyList<string> paths, Language language, out string problem)
    {
        var files = PaperFiles.Find(paths, out var fault);
        var given = string.Join(", ", paths);
        problem = fault switch
        {
            { Exists: false } => language.Pick(
                $"{fault.Path}: berkas atau folder tidak ada; periksa letaknya",
                $"{fault.Path}: no such file or folder; check where it is"),
            { Exists: true } => language.Pick(
                $"{fault.Path}: folder tidak dapat dibuka; periksa izinnya",
                $"{fault.Path}: the folder can't be opened; check its permissions"),
            null when files is [] => language.Pick(
                $"{given}: tidak ada hasil pindai di situ; berikan folder yang berisi JPEG, PNG, TIFF, BMP, atau PDF",
                $"{given}: no scans there; give a folder that holds JPEG, PNG, TIFF, BMP or PDF files"),
            _ => "",
        };
        return problem.Length == 0 ? files : null;
    }
}
