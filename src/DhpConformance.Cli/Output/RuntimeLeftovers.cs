using System.Net.Sockets;

namespace DhpConformance.Cli.Output;

/// <summary>
/// The sockets and pipes by which debuggers find a .NET program, which this tool leaves in the temporary folder when it
/// is killed. The next run removes them: no other may be left to.
/// </summary>
internal static class RuntimeLeftovers
{
    private const string Before = "dotnet-diagnostic-";
    private const string After = "-socket";

    /// <summary>Removes those that nobody listens at any more. What cannot be removed stays.</summary>
    public static void Remove() => Staging.Tidy(() =>
    {
        var folder = Path.GetTempPath();
        foreach (var socket in Directory.GetFiles(folder, $"{Before}*{After}").Where(IsLeft))
        {
            var whose = Path.GetFileName(socket)[Before.Length..^After.Length];
            foreach (var file in Directory.GetFiles(folder, $"clr-debug-pipe-{whose}-*").Append(socket))
            {
                Staging.Discard(file);
            }
        }
    });

    // Also what runs in another container answers here, where its process would not be found.
    private static bool IsLeft(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        {
            Blocking = false,
        };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return false;
        }
        catch (SocketException problem)
        {
            return problem.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }
}
