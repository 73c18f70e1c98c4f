using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Omr.Scanner.Workers;

/// <summary>A worker as the program sees it: a process with a pipe in and a pipe out. It doesn't outlive this.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    // What a program needs to find itself, its libraries and its runtime; nothing else of the program's environment.
    private static readonly string[] Inherited =
    [
        "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "HOME",
        "TMPDIR", "TEMP", "TMP", "SystemRoot", "USERPROFILE",
    ];

    private readonly Process _process;
    private readonly Stream _toWorker;
    private readonly Stream _fromWorker;
    private readonly Task<string> _error;
    private readonly MessageWriter _writer = new();
    private byte[] _buffer = new byte[1 << 15];
    private int _begin;
    private int _end;

    /// <summary>Starts the process; it takes requests once it has said that it is ready.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public WorkerProcess(WorkerCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        Confine(start);
        _process = Process.Start(start)!;
        _toWorker = _process.StandardInput.BaseStream;
        _fromWorker = _process.StandardOutput.BaseStream;
        _error = ErrorText.ReadAsync(_process.StandardError, CancellationToken.None);
    }

    /// <summary>Its number in the system.</summary>
    public int Id => _process.Id;

    /// <summary>The processor time that it has used; null when it is gone.</summary>
    public TimeSpan? ProcessorTime
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }
            catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                return null;
            }
        }
    }

    /// <summary>Sends a message that was put together before.</summary>
    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken stop) => _toWorker.WriteAsync(message, stop);

    /// <summary>Asks for the pages of an image from that one on.</summary>
    /// <param name="kind">What the content is: a path or the image's bytes.</param>
    /// <param name="first">The first page wanted.</param>
    /// <param name="content">The path or the bytes.</param>
    /// <param name="stop">Ends the sending; then the worker is good for nothing more.</param>
    public async ValueTask AskAsync(MessageKind kind, int first, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        _writer.Begin(kind).Write(first);
        await _toWorker.WriteAsync(_writer.Finish(content.Length), stop);
        await _toWorker.WriteAsync(content, stop);
    }

    /// <summary>The next message; null when the worker has closed its end.</summary>
    /// <exception cref="InvalidDataException">What it says is no message.</exception>
    public async ValueTask<Message?> ReceiveAsync(CancellationToken stop)
    {
        if (!await HaveAsync(MessageWriter.HeaderBytes, stop)) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_begin));
        if (length is < 0 or > WorkerLimits.AnswerBytes) throw new InvalidDataException($"length={length}");
        if (!await HaveAsync(MessageWriter.HeaderBytes + length, stop)) return null;
        var kind = (MessageKind)_buffer[_begin + MessageWriter.HeaderBytes - 1];
        var payload = _buffer.AsMemory(_begin + MessageWriter.HeaderBytes, length);
        _begin += MessageWriter.HeaderBytes + length;
        return new(kind, payload);
    }

    /// <summary>Ends the process and tells how it ended, as the evidence of a refusal.</summary>
    /// <param name="endsItself">Whether it closed its pipe, and so is ending by itself.</param>
    public async Task<string> EndAsync(bool endsItself)
    {
        if (!endsItself) Kill();
        using var limit = new CancellationTokenSource(WorkerLimits.Ending);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await _process.WaitForExitAsync();
        }
        var error = await _error;
        return Evidence(_process.ExitCode) + (error.Length == 0 ? "" : $" message=\"{error}\"");
    }

    /// <summary>Ends the process and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Evidence(int exitCode) => exitCode switch
    {
        WorkerHost.OutOfMemory => $"memory=over_limit limit_mb={WorkerLimits.MemoryBytes >> 20}",
        // A process that a signal ends has, for .NET as for the shell, 128 and the signal's number as its exit code.
        > 128 and < 160 when !OperatingSystem.IsWindows() => $"exit={exitCode} signal={exitCode - 128}",
        _ => $"exit={exitCode}",
    };

    // One thread and a small heap: what comes next must be read within the limits, not as fast as any.
    private static void Confine(ProcessStartInfo start)
    {
        var kept = Inherited.Where(start.Environment.ContainsKey).Select(n => (n, start.Environment[n])).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = WorkerLimits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended between the question and the kill.
        }
    }

    // Reads until the buffer holds so many bytes from the message's beginning; false when the pipe ends before.
    private async ValueTask<bool> HaveAsync(int bytes, CancellationToken stop)
    {
        if (_buffer.Length - _begin < bytes)
        {
            var held = _buffer.AsSpan(_begin, _end - _begin);
            var room = bytes > _buffer.Length ? new byte[bytes] : _buffer;
            held.CopyTo(room);
            (_buffer, _begin, _end) = (room, 0, held.Length);
        }
        while (_end - _begin < bytes)
        {
            var got = await _fromWorker.ReadAsync(_buffer.AsMemory(_end), stop);
            if (got == 0) return false;
            _end += got;
        }
        if (_begin == _end) (_begin, _end) = (0, 0);
        return true;
    }
}
