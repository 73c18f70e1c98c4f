using System.IO.Compression;
using System.Text;
using Omr.Engine;
using Omr.Service.Storage;

namespace Omr.Service.Tests.Storage;

/// <summary>A reading is evidence for years: what comes back from the ledger is what the engine saw, to the bit.</summary>
public class ReadingJsonTests
{
    private static readonly SheetReading Reading = new(
        2, "ljk-ukg-100", 3, "00000042",
        new("15050118020338|15050118020339", ReadStatus.Doubtful, DoubtReason.Conflict, "15050118020338", "15050118020339"),
        [
            new("nama", 1, "A", ReadStatus.Ok, DoubtReason.None, new(1, 2, 3, 4), 0),
            new("jawaban", 7, "B|C", ReadStatus.Doubtful, DoubtReason.SecondMark, new(50, 60, 70, 80), 1),
        ],
        [0.1f, float.Epsilon, 1.0000001f], 0.43f, 0.21f, new(7.874, 7.8740157480314963, -0.25, 180, 3, 4, 24, 25, 0.17, true));

    [Fact]
    public void Every_value_comes_back_as_it_was()
    {
        var back = ReadingJson.Read(ReadingJson.Write(Reading));

        // Records that hold arrays are equal only if they hold the same ones.
        Assert.Equal(Reading with { Items = [], Ink = [] }, back with { Items = [], Ink = [] });
        Assert.Equal(Reading.Items.AsEnumerable(), back.Items);
        Assert.Equal(Reading.Ink.AsEnumerable(), back.Ink);
    }

    [Fact]
    public void Statuses_stand_there_by_their_names()
    {
        using var packed = new BrotliStream(new MemoryStream(ReadingJson.Write(Reading)), CompressionMode.Decompress);
        using var text = new StreamReader(packed);

        var json = text.ReadToEnd();

        Assert.Contains("\"NumberStatus\":\"Doubtful\",\"NumberDoubt\":\"Conflict\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Value\":\"B|C\",\"Status\":\"Doubtful\",\"Doubt\":\"SecondMark\",\"X\":50,\"Y\":60,\"Width\":70,\"Height\":80", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void What_is_no_reading_is_called_damaged(string json)
    {
        var stored = new MemoryStream();
        using (var packed = new BrotliStream(stored, CompressionMode.Compress, leaveOpen: true))
            packed.Write(Encoding.UTF8.GetBytes(json));

        Assert.Throws<InvalidDataException>(() => ReadingJson.Read(stored.ToArray()));
        Assert.Throws<InvalidDataException>(() => ReadingJson.Read(Encoding.UTF8.GetBytes(json)));
    }
}
