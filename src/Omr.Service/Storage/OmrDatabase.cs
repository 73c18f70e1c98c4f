using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Omr.Service.Storage;

/// <summary>
/// Everything that is stored. Facts are rows that are only ever added; triggers in the database (<see cref="InsertOnly"/>)
/// refuse to change or remove them, whoever asks.
/// </summary>
internal sealed class OmrDatabase(DbContextOptions<OmrDatabase> options) : DbContext(options)
{
    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<ArrivalRow> Arrivals => Set<ArrivalRow>();

    public DbSet<BatchScanRow> BatchScans => Set<BatchScanRow>();

    public DbSet<BatchAcceptanceRow> BatchAcceptances => Set<BatchAcceptanceRow>();

    public DbSet<PageRow> Pages => Set<PageRow>();

    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<ParticipantRow> Participants => Set<ParticipantRow>();

    public DbSet<AttendanceRow> Attendance => Set<AttendanceRow>();

    public DbSet<RoomReportRow> RoomReports => Set<RoomReportRow>();

    public DbSet<KeyEntryRow> KeyEntries => Set<KeyEntryRow>();

    public DbSet<KeyVersionRow> KeyVersions => Set<KeyVersionRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<CorrectionDecisionRow> CorrectionDecisions => Set<CorrectionDecisionRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<ScoreRow> Scores => Set<ScoreRow>();

    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();

    public DbSet<FindingActRow> FindingActs => Set<FindingActRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FileRow>(file =>
        {
            file.ToTable("files");
            file.HasIndex(f => f.Sha256).IsUnique();
            file.HasIndex(f => f.ReadAt);
        });
        modelBuilder.Entity<ArrivalRow>(arrival =>
        {
            arrival.ToTable("arrivals");
            arrival.HasOne<FileRow>().WithMany().HasForeignKey(a => a.FileId);
            arrival.HasOne<ArrivalRow>().WithMany().HasForeignKey(a => a.PredecessorId);
            arrival.HasIndex(a => new { a.FileId, a.Origin, a.Name, a.Modified }).IsUnique();
            arrival.HasIndex(a => a.Room);
        });
        modelBuilder.Entity<BatchScanRow>().ToTable("batch_scans").HasIndex(s => s.Room);
        modelBuilder.Entity<BatchAcceptanceRow>().ToTable("batch_acceptances").HasIndex(s => s.Room);
        modelBuilder.Entity<PageRow>(page =>
        {
            page.ToTable("pages");
            page.HasOne<FileRow>().WithMany().HasForeignKey(p => p.FileId);
            page.HasIndex(p => new { p.FileId, p.Page }).IsUnique();
        });
        AddLists(modelBuilder);
        AddJudgements(modelBuilder);
        modelBuilder.Entity<AccountRow>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.Name).UseCollation("NOCASE");
            account.Property(a => a.Person).UseCollation("NOCASE");
            account.HasIndex(a => a.Name).IsUnique();
        });
        modelBuilder.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions");
            session.HasOne<AccountRow>().WithMany().HasForeignKey(s => s.AccountId);
            session.HasIndex(s => s.Token).IsUnique();
        });
        modelBuilder.Entity<AuditRow>(entry =>
        {
            entry.ToTable("audit");
            entry.Property(a => a.Id).ValueGeneratedNever();
        });
    }

    private static void AddLists(ModelBuilder model)
    {
        model.Entity<ImportRow>().ToTable("imports");
        model.Entity<ParticipantRow>(row =>
        {
            row.ToTable("participants").HasIndex(p => p.Number);
            row.HasOne<ImportRow>().WithMany().HasForeignKey(p => p.ImportId);
        });
        model.Entity<AttendanceRow>(row =>
        {
            row.ToTable("attendance").HasIndex(a => a.Number);
            row.HasOne<ImportRow>().WithMany().HasForeignKey(a => a.ImportId);
        });
        model.Entity<RoomReportRow>().ToTable("room_reports").HasIndex(r => new { r.Kab, r.Lokasi, r.Ruang });
        model.Entity<KeyEntryRow>().ToTable("key_entries").HasIndex(k => k.Subject);
        model.Entity<KeyVersionRow>(row =>
        {
            row.ToTable("key_versions").HasIndex(k => new { k.Subject, k.Version }).IsUnique();
            row.HasOne<KeyEntryRow>().WithMany().HasForeignKey(k => k.FirstEntryId);
            row.HasOne<KeyEntryRow>().WithMany().HasForeignKey(k => k.SecondEntryId);
        });
    }

    private static void AddJudgements(ModelBuilder model)
    {
        model.Entity<CorrectionRow>(row =>
        {
            row.ToTable("corrections");
            row.HasOne<PageRow>().WithMany().HasForeignKey(c => c.PageId);
        });
        model.Entity<CorrectionDecisionRow>(row =>
        {
            row.ToTable("correction_decisions").HasIndex(d => d.CorrectionId).IsUnique();
            row.HasOne<CorrectionRow>().WithMany().HasForeignKey(d => d.CorrectionId);
        });
        model.Entity<RunRow>().ToTable("runs");
        model.Entity<ScoreRow>(row =>
        {
            row.ToTable("scores").HasKey(s => new { s.RunId, s.Number });
            row.HasOne<RunRow>().WithMany().HasForeignKey(s => s.RunId);
        });
        model.Entity<ReleaseRow>(row =>
        {
            row.ToTable("releases").HasIndex(r => r.Kab);
            row.HasOne<RunRow>().WithMany().HasForeignKey(r => r.RunId);
        });
        model.Entity<FindingActRow>().ToTable("finding_acts").HasIndex(f => new { f.Room, f.Code, f.Number });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTime>();

    // SQLite keeps no kind of time; all of ours is UTC.
    private sealed class UtcTime() : ValueConverter<DateTime, DateTime>(t => t, t => DateTime.SpecifyKind(t, DateTimeKind.Utc));
}
