using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.InProcess;
using DhpConformance.Hosting.OutOfProcess;

namespace DhpConformance.Hosting;

/// <summary>
/// Where an implementation comes from, such as <c>command:"python3 adapter.py"</c>, and how servers of it are made.
/// </summary>
public sealed class ImplementationSource
{
    private readonly Func<IPartitionableServer> create;

    private ImplementationSource(string text, bool isRemote, Func<IPartitionableServer> create)
    {
        Text = text;
        IsRemote = isRemote;
        this.create = create;
    }

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>Whether it is reached over a pipe or socket, so that it can break without harm to the suite.</summary>
    public bool IsRemote { get; }

    /// <summary>Understands the text that names an implementation. An assembly is loaded at once.</summary>
    /// <param name="text">
    /// <c>assembly:PATH[#TYPE]</c>, <c>command:COMMAND LINE</c>, <c>unix:PATH</c> or <c>tcp:HOST:PORT</c>.
    /// </param>
    /// <param name="options">Deadlines and restarts; null for the defaults. They do not concern assemblies.</param>
    /// <exception cref="HostingException">It cannot be understood, or the assembly cannot be used.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time scale is not more than 0.</exception>
    public static ImplementationSource Parse(string text, HostingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new HostingOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.TimeScale);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rest = text[(colon + 1)..];
        return (colon < 0 ? "" : text[..colon]) switch
        {
            "assembly" or "unix" when rest.Length == 0 => throw Bad(text),
            "assembly" => new ImplementationSource(text, isRemote: false, FromAssembly(rest)),
            "command" => FromCommand(text, CommandLine.Parse(rest), options),
            "unix" => FromSocket(text, UnixAddress(text, rest), options),
            "tcp" => FromSocket(text, TcpAddress(text, rest), options),
            _ => throw Bad(text),
        };
    }

    /// <summary>
    /// Makes a server; each has its own process or connection, begun when it is first asked something. The server
    /// throws <see cref="HostingException"/> when it breaks.
    /// </summary>
    /// <exception cref="HostingException">Its constructor threw, or needs what is not there.</exception>
    public IPartitionableServer Create() => create();

    /// <summary>Makes a server, lets it describe itself, and disposes of it.</summary>
    /// <exception cref="HostingException">It cannot be started or understood.</exception>
    public ImplementationDescription Describe()
    {
        using var server = create();
        return server.Describe();
    }

    private static Func<IPartitionableServer> FromAssembly(string rest)
    {
        // A folder may be called C#, so it is the last one that counts, and not if a separator follows.
        var hash = rest.LastIndexOf('#');
        return hash < 0 || rest.AsSpan(hash).ContainsAny('/', '\\')
            ? AssemblySource.Load(rest, null)
            : AssemblySource.Load(rest[..hash], rest[(hash + 1)..]);
    }

    private static ImplementationSource FromCommand(string text, CommandLine command, HostingOptions options) =>
        Remote(text, options, () => AdapterProcess.Start(command, options.InheritsOrphans, options.Abandoned));

    private static ImplementationSource FromSocket(string text, EndPoint address, HostingOptions options) =>
        Remote(text, options, () => AdapterSocket.Connect(text, address, options.Scaled(options.StartDeadline)));

    private static ImplementationSource Remote(string text, HostingOptions options, Func<IAdapterLink> open)
    {
        var silence = new Silence();
        return new(text, isRemote: true, () => new RemoteServer(open, options, silence));
    }

    private static UnixDomainSocketEndPoint UnixAddress(string text, string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentException)
        {
            throw Bad(text);
        }
    }

    private static DnsEndPoint TcpAddress(string text, string address)
    {
        var colon = address.LastIndexOf(':');
        var number = address[(colon + 1)..];
        return colon > 0 && ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new DnsEndPoint(address[..colon].Trim('[', ']'), port)
            : colon > 0 && number.Length > 0 && number.All(char.IsAsciiDigit)
                ? throw new HostingException(
                    HostingFault.BadSource, $"'{text}' has the port {number}; ports go from 0 to {ushort.MaxValue}.")
            : throw Bad(text);
    }

    private static HostingException Bad(string text) => new(
        HostingFault.BadSource,
        $"'{text}' does not name an implementation. Say assembly:PATH or assembly:PATH#TYPE for a .NET class, "
            + "command:\"COMMAND\" for a program that speaks the protocol, or unix:PATH or tcp:HOST:PORT for one that "
            + "listens.");
}
