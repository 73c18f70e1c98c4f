namespace Omr.Scanner.Workers;

/// <summary>
/// The messages between the program and a worker. Each is its payload's length (32 bits, little-endian), its kind (a
/// byte), and the payload.
/// </summary>
internal enum MessageKind : byte
{
    /// <summary>To the worker, first: the protocol's version and the forms as JSON.</summary>
    Forms = 1,

    /// <summary>To the worker: the first page wanted (32 bits) and the path of an image file.</summary>
    File = 2,

    /// <summary>To the worker: the first page wanted (32 bits) and the bytes of an image file.</summary>
    Image = 3,

    /// <summary>From the worker, first: the protocol's version. It takes requests now.</summary>
    Ready = 4,

    /// <summary>From the worker: what came of the next page.</summary>
    Page = 5,

    /// <summary>From the worker: there are no more pages.</summary>
    End = 6,
}
