using Omr.Scanner.Intake;

namespace Omr.Scanner.Tests.Intake;

public class FileStabilityTests
{
    private static readonly DateTime Monday = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private readonly HandTime _time = new();
    private readonly FileStability _files;

    public FileStabilityTests() => _files = new(_time, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(120));

    [Fact]
    public void A_whole_file_is_taken_when_it_has_rested()
    {
        Assert.False(Observe(100));
        _time.Pass(3.9);
        Assert.False(Observe(100));
        _time.Pass(0.1);
        Assert.True(Observe(100));
    }

    [Fact]
    public void Every_change_of_size_or_time_begins_the_rest_anew()
    {
        for (var bytes = 100; bytes < 120; bytes++)
        {
            Assert.False(Observe(bytes));
            _time.Pass(3.9);
        }

        Assert.False(Observe(119, Monday.AddSeconds(1)));
        _time.Pass(3.9);
        Assert.False(Observe(119, Monday.AddSeconds(1)));
    }

    [Fact]
    public void A_file_without_its_end_waits_for_a_writer_that_pauses_half_a_minute()
    {
        Observe(100, end: FileEnd.Missing);
        _time.Pass(30);
        Assert.False(Observe(100, end: FileEnd.Missing));
        Assert.False(Observe(200, end: FileEnd.Complete));
        _time.Pass(4);
        Assert.True(Observe(200, end: FileEnd.Complete));
    }

    [Theory]
    [InlineData(FileEnd.Missing)]
    [InlineData(FileEnd.Unknown)]
    public void One_that_never_ends_is_let_go_in_the_end_to_be_parked(FileEnd end)
    {
        Observe(100, end: end);
        _time.Pass(119);
        Assert.False(Observe(100, end: end));
        _time.Pass(1);
        Assert.True(Observe(100, end: end));
    }

    [Fact]
    public void An_empty_file_waits_as_long()
    {
        Observe(0);
        _time.Pass(10);
        Assert.False(Observe(0));
        _time.Pass(110);
        Assert.True(Observe(0));
    }

    [Fact]
    public void A_file_that_left_and_came_back_is_a_new_one()
    {
        Observe(100);
        _time.Pass(4);
        _files.KeepOnly(new HashSet<string>());
        Assert.False(Observe(100));
    }

    private bool Observe(long bytes, DateTime? modified = null, FileEnd end = FileEnd.Complete) =>
        _files.Observe("0001.jpg", bytes, modified ?? Monday, () => end);
}
