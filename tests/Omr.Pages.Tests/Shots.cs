namespace Omr.Pages.Tests;

/// <summary>Where pictures of pages go: a folder that OMR_SHOTS names, else one that is thrown away.</summary>
internal static class Shots
{
    public static string Of(string name) => Path.Combine(Environment.GetEnvironmentVariable("OMR_SHOTS") ?? Path.Combine(Path.GetTempPath(), "omr-shots"), name);
}
