using System.Net;
using System.Net.Sockets;

namespace Omr.Service.Hosting;

/// <summary>
/// Tries the addresses before the server does, since the server tells of a port that it can't have by a stack trace. Should
/// another program take it in between, that is what is seen.
/// </summary>
internal static class ListeningPorts
{
    /// <summary>What is wrong with the first address that can't be listened at; null if there is none.</summary>
    /// <param name="urls">Addresses, with semicolons between them.</param>
    public static Wording? Fault(string urls) => urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(FaultOf)
        .FirstOrDefault(f => f is not null);

    /// <summary>That another program listens there.</summary>
    public static Wording Taken(string url) => new(
        $"{url}: port dipakai program lain; hentikan program itu atau pilih --urls lain",
        $"{url}: another program uses this port; stop it or choose another --urls");

    /// <summary>Warns of the first address at which others' passwords would come unencrypted; null if there is none.</summary>
    public static Wording? Unencrypted(string urls) => urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(u => u.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !IsOwnMachine(BindingAddress.Parse(u).Host))
        .Select(u => new Wording(
            $"{u}: kata sandi lewat jaringan tanpa enkripsi; pakai https atau proxy TLS di mesin ini (docs/security.md)",
            $"{u}: passwords cross the network unencrypted; use https or a TLS proxy on this machine (docs/security.md)"))
        .FirstOrDefault();

    private static bool IsOwnMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static Wording? FaultOf(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return new($"{url}: bukan alamat; contoh: http://127.0.0.1:5080", $"{url}: no address; for example http://127.0.0.1:5080");
        }

        if (address.IsUnixPipe || address.Port == 0)
            return null;
        var ip = IPAddress.TryParse(address.Host.Trim('[', ']'), out var given) ? given
            : address.Host == "localhost" ? IPAddress.Loopback
            : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(ip, address.Port);
            listener.Start();
            return null;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => Taken(url),
                SocketError.AccessDenied => new(
                    $"{url}: port ini tidak boleh dipakai akun ini; pilih --urls dengan port di atas 1023",
                    $"{url}: this account may not use that port; choose --urls with a port above 1023"),
                SocketError.AddressNotAvailable => new(
                    $"{url}: alamat itu bukan milik mesin ini", $"{url}: this machine doesn't have that address"),
                _ => new($"{url}: {refused.Message}", $"{url}: {refused.Message}"),
            };
        }
    }
}
