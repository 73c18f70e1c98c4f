using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Omr.Service.Storage;

/// <summary>What the tool that writes migrations asks for a database; it opens none.</summary>
internal sealed class DesignTimeDatabase : IDesignTimeDbContextFactory<OmrDatabase>
{
    public OmrDatabase CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<OmrDatabase>().UseSqlite("Data Source=:memory:").Options);
}
