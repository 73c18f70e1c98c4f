namespace Omr.Scanner.Workers;

/// <summary>What a worker may take before it is ended.</summary>
internal static class WorkerLimits
{
    /// <summary>
    /// Private memory of the process. A colour TIFF of 40 megapixels, the largest that is decoded, takes 64 MB as a
    /// file, 160 MB twice while it is unpacked and 40 MB as grey.
    /// </summary>
    public const long MemoryBytes = 512L << 20;

    /// <summary>Of it, what the runtime may hold: a file, a page and a page turned, or the three channels of a page.</summary>
    public const long HeapBytes = 384L << 20;

    /// <summary>Without a page finished; the slowest honest page takes well under one second.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A worker that in the second half of its silence had less of a processor than this was stopped or starved from
    /// outside rather than held up by its page: seen on two processors with twenty programs that wanted them.
    /// </summary>
    public const double BusyShare = 0.5;

    /// <summary>With less than this it didn't even try: it is stopped, or waits for something that doesn't come.</summary>
    public const double StarvedShare = 0.01;

    /// <summary>
    /// Silences for which a starved worker is waited for: a new one would have to compile everything first, with as little.
    /// With sixty programs on two processors, seven good sheets of 2,000 were refused when it was one.
    /// </summary>
    public const int StarvedSilences = 6;

    /// <summary>From the start of the process until it takes requests: 0.2 s on an idle machine, from a cold disk more.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(60);

    /// <summary>Between being told to end and being ended.</summary>
    public static readonly TimeSpan Ending = TimeSpan.FromSeconds(2);

    /// <summary>Starts that fail one after the other before the run is given up.</summary>
    public const int Starts = 3;

    /// <summary>Tries of a page that crashes its worker: another process may have been what took the memory.</summary>
    public const int Tries = 2;

    /// <summary>Pages of one file that may end their worker before the rest of the file is given up with them.</summary>
    public const int BadPages = 3;

    /// <summary>Bytes of a message from a worker; a form with 10,000 bubbles gives 0.1 MB.</summary>
    public const int AnswerBytes = 4 << 20;
}
