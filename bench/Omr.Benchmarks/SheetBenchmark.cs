using BenchmarkDotNet.Attributes;
using Omr.Benchmarks.Folder;
using Omr.Engine;
using Omr.Forms.Ljk;
using Omr.Simulator.Encoding;

namespace Omr.Benchmarks;

/// <summary>The whole read of one sheet, beside the decode that it can't do without.</summary>
[MemoryDiagnoser]
public class SheetBenchmark
{
    private readonly SheetReader _reader = new([LjkForm.All[0]]);
    private readonly DecodeFloor _floor = new();
    private byte[] _jpeg = [];
    private byte[] _tiff = [];

    [GlobalSetup]
    public void SetUp()
    {
        _jpeg = SheetPages.One(ScanFormat.Jpeg);
        _tiff = SheetPages.One(ScanFormat.TiffG4);
    }

    [GlobalCleanup]
    public void TearDown()
    {
        _reader.Dispose();
        _floor.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void DecodeOnly() => _floor.Decode(_jpeg);

    [Benchmark]
    public int ReadJpeg() => _reader.Read(_jpeg).Count(outcome => outcome is SheetReading);

    [Benchmark]
    public int ReadG4() => _reader.Read(_tiff).Count(outcome => outcome is SheetReading);
}
