using System.Globalization;
using System.Runtime.InteropServices;
using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting.Serving;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Closes its standard input after it has read the handshake, answers that, and runs on.</summary>
internal static class ClosesItsInput
{
    private const string Input = "/proc/self/fd/0";

    public static void Run()
    {
        using var session = new AdapterSession(new GuardedServer(new WellBehavedServer()), restartPerReset: false);
        using var output = Console.OpenStandardOutput();
        var request = Console.In.ReadLine()!;
        CloseAll(new FileInfo(Input).LinkTarget!);
        output.Write(session.Answer(System.Text.Encoding.UTF8.GetBytes(request)).Span);
        Thread.Sleep(Timeout.Infinite);
    }

    // The runtime has another descriptor of it, from which it reads.
    private static void CloseAll(string pipe)
    {
        foreach (var file in new DirectoryInfo("/proc/self/fd").GetFiles().Where(file => file.LinkTarget == pipe))
        {
            _ = Close(int.Parse(file.Name, CultureInfo.InvariantCulture));
        }
    }

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
