using System.Reflection;

namespace Omr.Service;

/// <summary>Which version of the program this is; stands beside each reading, so that it can be done again.</summary>
internal static class ProgramVersion
{
    /// <summary>Version and commit.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";
}
