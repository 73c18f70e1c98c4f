using System.Diagnostics.Metrics;

namespace Omr.Service.Hosting;

/// <summary>What the service counts of itself, by the field's usual names and units.</summary>
internal sealed class Telemetry
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Omr";

    private readonly Counter<long> _received;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _read;
    private readonly Counter<long> _refused;
    private readonly Histogram<double> _jumps;

    public Telemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _received = meter.CreateCounter<long>("omr.file.received", "{file}", "Files taken from drop folders");
        _duplicates = meter.CreateCounter<long>("omr.file.duplicate", "{file}", "Files whose bytes had arrived before");
        _read = meter.CreateCounter<long>("omr.page.read", "{page}", "Pages read");
        _refused = meter.CreateCounter<long>("omr.page.refused", "{page}", "Pages refused");
        _jumps = meter.CreateHistogram<double>("omr.clock.jump", "s", "Jumps of the clock on the wall, negative where it was set back");
        meter.CreateObservableGauge("omr.health.problems", () => Problems, "{problem}", "Problems that the service's health tells now");
    }

    /// <summary>How many problems the service's health tells now.</summary>
    public int Problems { get; set; }

    public void Jumped(TimeSpan by) => _jumps.Record(by.TotalSeconds);

    public void Received(int files, int fresh)
    {
        _received.Add(files);
        _duplicates.Add(files - fresh);
    }

    public void Stored(int pages, int refused)
    {
        _read.Add(pages - refused);
        _refused.Add(refused);
    }
}
