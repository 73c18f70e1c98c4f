namespace Omr.Benchmarks.Hosted;

/// <summary>Has <c>omr audit verify</c> judge a data folder, as an auditor would.</summary>
internal static class AuditCheck
{
    /// <summary>What it finds, in one line; empty if the log is whole.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string data)
    {
        var (code, text) = await ServiceProcess.AskVerbAsync("audit", "verify", "--data", data, "--lang", "en");
        return code == 0 ? [] : [$"audit verify: {string.Join("; ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries))}"];
    }
}
