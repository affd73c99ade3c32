using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace DhpConformance.QemuTests;

/// <summary>A program that connects as QEMU does and greets with a version of our choice.</summary>
internal sealed class PretendedQemu : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Task conversation;

    public PretendedQemu(int major, int minor)
    {
        Program = Path.Combine(folder.Path, "qemu");
        File.WriteAllText(Program, Script.Replace("FOLDER", folder.Path, StringComparison.Ordinal));
        Process.Start("chmod", ["+x", Program]).WaitForExit();
        var version = $"\"major\":{major},\"minor\":{minor},\"micro\":0";
        conversation = Task.Run(() => Converse("{\"QMP\":{\"version\":{\"qemu\":{" + version + "}}}}"));
    }

    /// <summary>Its path.</summary>
    public string Program { get; }

    public void Dispose()
    {
        conversation.Wait();
        folder.Dispose();
    }

    // Leaves the path of the socket that it was given, and lives on until it is killed.
    private const string Script =
        """
        #!/bin/sh
        for argument; do
          case $argument in
            socket,*) echo "${argument#*path=}" > FOLDER/path.new && mv FOLDER/path.new FOLDER/path ;;
          esac
        done
        exec sleep 10
        """;

    private void Converse(string greeting)
    {
        var path = Path.Combine(folder.Path, "path");
        if (!SpinWait.SpinUntil(() => File.Exists(path), TimeSpan.FromSeconds(5)))
        {
            return;
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(File.ReadAllText(path).Trim()));
        socket.Send(Encoding.UTF8.GetBytes(greeting + "\n{\"return\":{}}\n"));
        socket.Receive(new byte[1024]);
    }
}
