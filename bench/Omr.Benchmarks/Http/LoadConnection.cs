using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Omr.Benchmarks.Http;

/// <summary>One connection that asks for a score, waits for the whole answer and asks for the next.</summary>
internal sealed class LoadConnection(int port, string key, IReadOnlyList<string> numbers, int seed)
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LengthName = "Content-Length: "u8.ToArray();
    private readonly byte[] _answer = new byte[64 * 1024];

    /// <summary>Times of the answers, in ticks of the stopwatch.</summary>
    public List<long> Times { get; } = [];

    /// <summary>How many answers had each status.</summary>
    public Dictionary<int, int> Statuses { get; } = [];

    /// <summary>Asks until that time of the stopwatch.</summary>
    public async Task RunAsync(long until)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var random = new Random(seed); // which numbers are asked for shall be the same in each run
        var head = "GET /api/v1/scores/";
        var request = Encoding.ASCII.GetBytes($"{head}{numbers[0]} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n\r\n");
        for (var start = Stopwatch.GetTimestamp(); start < until;)
        {
            Encoding.ASCII.GetBytes(numbers[random.Next(numbers.Count)], request.AsSpan(head.Length));
            await socket.SendAsync(request);
            var status = await ReceiveAsync(socket);
            var end = Stopwatch.GetTimestamp();
            Times.Add(end - start);
            Statuses[status] = Statuses.GetValueOrDefault(status) + 1;
            start = end;
        }
    }

    private async Task<int> ReceiveAsync(Socket socket)
    {
        for (int have = 0, whole = int.MaxValue; ;)
        {
            var got = await socket.ReceiveAsync(_answer.AsMemory(have));
            if (got == 0)
                throw new IOException("the service closed the connection");
            have += got;
            if (whole == int.MaxValue)
                whole = WholeLength(_answer.AsSpan(0, have));
            if (have >= whole && Utf8Parser.TryParse(_answer.AsSpan("HTTP/1.1 ".Length), out int status, out _))
                return status;
        }
    }

    // Of the answer with its body; as large as can be while the head isn't there.
    private static int WholeLength(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(HeadEnd);
        if (end < 0)
            return int.MaxValue;
        var name = answer[..end].IndexOf(LengthName);
        return name >= 0 && Utf8Parser.TryParse(answer[(name + LengthName.Length)..], out int length, out _)
            ? end + HeadEnd.Length + length
            : throw new IOException("an answer without Content-Length");
    }
}
