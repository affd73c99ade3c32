using System.Net.Sockets;
using System.Text;

namespace DhpConformance.QemuTests;

/// <summary>A program that connects as QEMU does.</summary>
internal sealed class FakeQemu : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Task connection;

    /// <summary>One that greets with a version of our choice, and lives on until it is killed.</summary>
    public FakeQemu(int major, int minor)
        : this(SleepOn, Greeting(major, minor))
    {
    }

    private FakeQemu(string end, string says, bool listensOn = false)
    {
        Program = folder.Program((LeavePath + end).Replace("FOLDER", folder.Path, StringComparison.Ordinal));
        connection = Task.Run(() => Serve(says, listensOn));
    }

    /// <summary>One that connects, closes the connection, and ends a moment later with these last words.</summary>
    public static FakeQemu Dying(string words) => new($"{AwaitServed}sleep 0.2; echo '{words}' >&2; exit 1", "");

    /// <summary>One that greets, closes the connection, and ends by a signal a second later.</summary>
    public static FakeQemu Aborting() => new(AwaitServed + "sleep 1; kill -6 $$", Greeting(7, 2));

    /// <summary>One that answers the first two commands with this error.</summary>
    public static FakeQemu Refusing(string error) => new(
        SleepOn,
        Greeting(7, 2) + string.Concat(Enumerable.Repeat(
            "{\"error\":{\"class\":\"GenericError\",\"desc\":\"" + error + "\"}}\n", 2)),
        listensOn: true);

    /// <summary>Its path.</summary>
    public string Program { get; }

    public void Dispose()
    {
        connection.Wait();
        folder.Dispose();
    }

    private const string SleepOn = "exec sleep 10";

    // On a busy machine the connection may take longer than any fixed time.
    private const string AwaitServed = "until [ -e FOLDER/served ]; do sleep 0.05; done; ";

    // Leaves the path of the socket that it was given.
    private const string LeavePath =
        """
        for argument; do
          case $argument in
            socket,*) echo "${argument#*path=}" > FOLDER/path.new && mv FOLDER/path.new FOLDER/path ;;
          esac
        done

        """;

    private static string Greeting(int major, int minor) =>
        "{\"QMP\":{\"version\":{\"qemu\":{\"major\":" + major + ",\"minor\":" + minor + ",\"micro\":0}}}}\n"
            + "{\"return\":{}}\n";

    private void Serve(string says, bool listensOn)
    {
        var path = Path.Combine(folder.Path, "path");
        if (!SpinWait.SpinUntil(() => File.Exists(path), TimeSpan.FromSeconds(5)))
        {
            return;
        }

        Converse(new UnixDomainSocketEndPoint(File.ReadAllText(path).Trim()), says, listensOn);
        File.WriteAllText(Path.Combine(folder.Path, "served"), "");
    }

    private static void Converse(UnixDomainSocketEndPoint adapter, string says, bool listensOn)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(adapter);
        if (says.Length > 0)
        {
            socket.Send(Encoding.UTF8.GetBytes(says));
            while (socket.Receive(new byte[1024]) > 0 && listensOn)
            {
            }
        }
    }
}
