using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Libvirt.Virsh;

/// <summary>
/// Records the requests that may change something as lines of a shell script, so that a finding can be reproduced with
/// virsh alone. Each line is on disk before it is sent, since the answer may never come.
/// </summary>
internal sealed class VirshScript
{
    private static readonly string[] Reading = ["dumpxml", "domstate", "list", "metadata", "version"];

    private readonly string path;
    private readonly string connection;

    private VirshScript(string path, string connection)
    {
        this.path = path;
        this.connection = connection;
    }

    /// <summary>A script of this run; null if none is wanted.</summary>
    public static VirshScript? Begin(LibvirtOptions options) =>
        options.Script is { } path ? new(path, options.Connection) : null;

    /// <summary>Adds a request, unless it only reads.</summary>
    /// <exception cref="ServerFaultException">The file cannot be written.</exception>
    public void Say(string[] arguments, string? input)
    {
        if (arguments is [var command, ..] && Reading.Contains(command))
        {
            return;
        }

        try
        {
            File.AppendAllText(path, Line(connection, arguments, input));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"The script '{path}' cannot be written ({problem.Message.TrimEnd('.')}); give --script a file that "
                    + "you may write to.",
                effectUnknown: false);
        }
    }

    /// <summary>A request as lines of a shell script.</summary>
    public static string Line(string connection, string[] arguments, string? input)
    {
        var command = $"virsh -q -c {Quoted(connection)} {string.Join(' ', arguments.Select(Quoted))}";
        return input is null ? command + "\n" : $"{command} <<'XML'\n{input.TrimEnd('\n')}\nXML\n";
    }

    private static string Quoted(string argument) =>
        argument.Length > 0
            && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-=,._/:+".Contains(c, StringComparison.Ordinal))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
