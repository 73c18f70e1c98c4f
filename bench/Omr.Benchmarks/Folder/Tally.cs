using Omr.Engine;

namespace Omr.Benchmarks.Folder;

/// <summary>How many pages were read and refused: speed that comes from refusing is no speed.</summary>
internal sealed class Tally
{
    public int Read { get; private set; }

    public int Refused { get; private set; }

    public void Add(ReadOutcome outcome)
    {
        if (outcome is SheetReading)
            Read++;
        else
            Refused++;
    }
}
