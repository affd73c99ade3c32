using System.Net.Sockets;
using System.Text;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>
/// The socket to which one QEMU process connects, twice if it has a guest. The adapter listens and QEMU connects, so
/// the adapter needs no retries, stale sockets cannot interfere, and the file can be removed after the connection.
/// </summary>
internal sealed class QmpListener : IDisposable
{
    // 108 on Linux with the zero at the end, 104 on others.
    private const int LongestPath = 103;

    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <exception cref="ServerFaultException">No socket can be made there; the message says what to do.</exception>
    public QmpListener(string parent)
    {
        try
        {
            if (!Directory.Exists(parent))
            {
                // If the adapter created it, it would be left behind.
                throw Problem($"No socket can be made in '{parent}': there is no such folder");
            }

            AbandonedFolders.Remove(parent);
            Folder = Directory.CreateDirectory(Path.Combine(parent, AbandonedFolders.NewName())).FullName;
            if (Encoding.UTF8.GetByteCount(Path.Combine(Folder, "qmp")) > LongestPath)
            {
                // Omits the path: it is so long that the message would be truncated before the remedy.
                throw Problem($"The path of a socket below TMPDIR is longer than {LongestPath} bytes");
            }

            listener.Bind(new UnixDomainSocketEndPoint(Address));
            listener.Listen(2);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SocketException)
        {
            throw Problem($"No socket can be made in '{parent}': {problem.Message.TrimEnd('.')}");
        }
    }

    /// <summary>A folder that contains only the socket.</summary>
    public string Folder { get; } = "";

    /// <summary>The path of the socket.</summary>
    public string Address => Path.Combine(Folder, "qmp");

    /// <summary>The connection of QEMU; null if the process ends or the time is over before it connects.</summary>
    public Socket? Accept(QemuProcess process, TimeSpan patience)
    {
        const int Slice = 50_000;
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (!listener.Poll(Slice, SelectMode.SelectRead))
        {
            if (process.HasExited || Environment.TickCount64 > until)
            {
                return null;
            }
        }

        return listener.Accept();
    }

    public void Dispose()
    {
        listener.Dispose();
        if (Directory.Exists(Folder))
        {
            Remove(Folder);
        }
    }

    // The watchdog of a process that ended at once removes it, too.
    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // The watchdog was faster.
        }
    }

    private ServerFaultException Problem(string what)
    {
        Dispose();
        return new(
            ServerFault.CouldNotStart,
            $"{what}; set TMPDIR to a short path that you may write to.",
            effectUnknown: false);
    }
}
