using Omr.FaultyWorker;
using Omr.Scanner.Workers;

// The real worker, with faults where a file's name asks for them: what hostile files do to decoders, at will.
if (args is ["dies-at-start"])
{
    Console.Error.WriteLine("no decoder here");
    return 9;
}

return WorkerHost.Serve((path, page) => Fault.Happen(Path.GetFileNameWithoutExtension(path), path, page));
