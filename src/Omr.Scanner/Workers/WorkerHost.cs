using System.Runtime.InteropServices;
using System.Text;
using Omr.Engine;
using Omr.Scanner.Native;

namespace Omr.Scanner.Workers;

/// <summary>
/// The worker's side: reads what it is asked to, page by page, until its standard input ends. It is a process of its own
/// because the native decoders run in it: it limits itself before it looks at any file, and whatever becomes of it, the
/// program goes on.
/// </summary>
public static class WorkerHost
{
    /// <summary>The exit code of a worker for which its memory doesn't suffice.</summary>
    internal const int OutOfMemory = 12;

    private const int BadMessage = 11;

    /// <summary>Serves on standard input and output to their end, and gives the exit code.</summary>
    public static int Serve() => Serve(null);

    /// <summary>Serves; a test is told of each page before it is read.</summary>
    internal static int Serve(Action<string, int>? beforePage)
    {
        // Ctrl-C reaches every process of the terminal; it's the program that decides when its workers end.
        using var deaf = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        if (OperatingSystem.IsLinux()) LinuxProcess.Confine(WorkerLimits.MemoryBytes);
        using var output = Console.OpenStandardOutput();
        using var requests = new RequestQueue(Console.OpenStandardInput());
        try
        {
            if (requests.Next() is not { Kind: MessageKind.Forms } forms) return BadMessage;
            using var sheets = new SheetReader(FormsMessage.Read(forms.Payload.Span));
            var images = new ImageReader(sheets.Read);
            var message = new MessageWriter();
            message.Begin(MessageKind.Ready).Write(FormsMessage.Version);
            output.Write(message.Finish().Span);
            while (requests.Next() is { } request) Answer(request, images, message, output, beforePage);
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
        catch (InvalidDataException bad)
        {
            Console.Error.WriteLine(bad.Message);
            return BadMessage;
        }
        catch (IOException)
        {
            return 0; // the program is gone
        }
    }

    private static void Answer(
        Message request, ImageReader images, MessageWriter message, Stream output, Action<string, int>? beforePage)
    {
        var from = new MessageReader(request.Payload.Span);
        var first = from.Int();
        var path = request.Kind == MessageKind.File ? Encoding.UTF8.GetString(from.Rest) : "";
        var pages = request.Kind == MessageKind.File
            ? images.Read(path, first)
            : images.Read(request.Payload[^from.Rest.Length..], first);
        using var rest = pages.GetEnumerator();
        for (var page = first; ; page++)
        {
            beforePage?.Invoke(path, page);
            if (!rest.MoveNext()) break;
            output.Write(OutcomeMessage.Write(message, rest.Current).Span);
        }
        output.Write(message.Begin(MessageKind.End).Finish().Span);
    }
}
