using Microsoft.Data.Sqlite;
using Omr.Service.Access;
using Omr.Service.Scoring;
using Omr.Service.Tests.Cli;
using Omr.Service.Tests.Publication;

namespace Omr.Service.Tests.Audit;

public sealed class ResultAuditTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("scores", "UPDATE scores SET Value = '99.0' WHERE Number = '1001'", ": the scores of run 1 aren't")]
    [InlineData("scores", "DELETE FROM scores WHERE Number = '1002'", ": the scores of run 1 aren't")]
    [InlineData("runs", "INSERT INTO runs SELECT 2, By, At, Why, KeyVersions, LastPageId, LastDecisionId, Weights, Participants, Digest FROM runs", "run 2 is stored, but isn't in the log")]
    [InlineData("releases", "DELETE FROM releases", "the stored releases of kab 12")]
    [InlineData("releases", "UPDATE releases SET ApprovedBy = 'lain'", "the stored releases of kab 12")]
    [InlineData("releases", "INSERT INTO releases SELECT 2, RunId, '13', ProposedBy, ApprovedBy, At, Note FROM releases", "the stored releases of kab 13")]
    public async Task Results_changed_beside_the_log_are_found(string table, string sql, string finding)
    {
        await using (var app = await new Standing().With("1001", "12-001-001", ScoreStatus.DN, 80m).With("1002", "12-001-001", ScoreStatus.TH).ServeAsync(_folder))
        {
            using var admin = await app.CallerAsync(Role.Admin);
            using var ketua = await app.CallerAsync(Role.Ketua);
            await Standing.ReleaseAsync(ketua, await Standing.RunAsync(admin), "12");
        }

        Assert.Equal(0, (await CliRunner.RunAsync("audit", "verify", "--data", _folder.Path)).Exit);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "omr.db")};Pooling=false"))
        {
            database.Open();
            WrittenLog.Run(database, $"DROP TRIGGER {table}_no_UPDATE; DROP TRIGGER {table}_no_DELETE; {sql}");
        }

        var verified = await CliRunner.RunAsync("audit", "verify", "--data", _folder.Path, "--lang", "en");

        Assert.Equal(1, verified.Exit);
        Assert.Contains(finding, verified.Out, StringComparison.Ordinal);
    }
}
