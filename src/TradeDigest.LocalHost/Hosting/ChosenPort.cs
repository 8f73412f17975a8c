using System.Net;
using System.Net.Sockets;

namespace TradeDigest.LocalHost.Hosting;

/// <summary>The port on which the host answers.</summary>
internal static class ChosenPort
{
    /// <summary>The port asked for; a run that ends by itself may take another when nobody asked for one.</summary>
    /// <param name="options">What was asked for.</param>
    /// <returns>0 for any that is free.</returns>
    /// <exception cref="LocalHostException">It is taken.</exception>
    public static int From(HostOptions options)
    {
        var wanted = options.Port ?? HostOptions.DefaultPort;
        if (wanted == 0 || IsFree(wanted))
        {
            return wanted;
        }

        return options is { Port: null, Exit: true }
            ? 0
            : throw new LocalHostException($"Port {wanted} of 127.0.0.1 is taken. Stop what listens there, or choose another by --port.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
