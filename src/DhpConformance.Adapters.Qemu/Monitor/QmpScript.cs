using System.Globalization;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>
/// Records the commands to one QEMU process as a shell script that repeats them: the command line, then one command on
/// a line, so that a finding can be reproduced with QEMU alone. Every line is on disk before it is sent, since the next
/// answer may never come.
/// </summary>
internal sealed class QmpScript
{
    private const string Commands = "#commands";

    private readonly string path;

    private QmpScript(string path) => this.path = path;

    /// <summary>Makes sure that scripts can be left where they are wanted.</summary>
    /// <exception cref="ServerFaultException">They cannot; the message says what to do.</exception>
    public static void Require(QemuOptions options)
    {
        if (options.Scripts is not { } folder)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"No scripts can be left in '{folder}' ({problem.Message.TrimEnd('.')}); give --scripts a folder that "
                    + "you may write to.",
                effectUnknown: false);
        }
    }

    /// <summary>Begins the script of a process; null if none is wanted.</summary>
    public static QmpScript? Begin(QemuOptions options, PartitionId partition, string program, string[] arguments)
    {
        if (options.Scripts is not { } folder)
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        var number = 1;
        string path;
        do
        {
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{partition}-{number++}.sh"));
        }
        while (File.Exists(path));
        File.WriteAllText(path, Head(partition, Path.GetFileName(path), program, arguments));
        return new(path);
    }

    /// <summary>Adds a command.</summary>
    public void Say(QmpCommand command) => File.AppendAllText(path, command.Line + "\n");

    /// <summary>Adds a moment in which QEMU is left to itself, as while an event is awaited.</summary>
    public void Wait() => File.AppendAllText(path, "#wait\n");

    private static string Head(PartitionId partition, string name, string program, string[] arguments) =>
        $$"""
        #!/bin/sh
        # What was said to QEMU as partition {{partition}}. The answers and events appear on standard output, and then
        # the exit code. Another QEMU: QEMU=/path/to/it sh {{name}}
        # Expected: an answer to every command, then exit code 0. A command that the rules forbid is answered with an
        # error; any other error, above all at the first commands, says that this QEMU was not brought to where it was.
        # A QEMU that died: an exit code above 128. One that hangs: answers are missing, and it has to be killed.

        # The processor that it begins with is of the kind that is added, and not what this version would choose.
        cpu=$(sed '1,/^{{Commands}}$/d' "$0" |
          sed -n -e 's/.*"driver":"\([^"]*\)-spapr-cpu-core".*/\1/p' -e 's/.*"driver":"\([^"]*\)-x86_64-cpu".*/\1/p' |
          head -n 1)
        {
          sed '1,/^{{Commands}}$/d' "$0" | while IFS= read -r line; do
            case $line in
              '#wait') sleep 0.5 ;;
              *) printf '%s\n' "$line"; sleep 0.01 ;;
            esac
          done
          sleep 0.5
          printf '{"execute":"quit"}\n'
        } | "${QEMU:-{{program}}}" ${cpu:+-cpu "$cpu"} {{string.Join(' ', arguments.Select(Quoted))}} -qmp stdio
        echo "exit code $?"
        exit
        {{Commands}}

        """;

    private static string Quoted(string argument) =>
        argument.All(c => char.IsAsciiLetterOrDigit(c) || "-=,._/".Contains(c, StringComparison.Ordinal))
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
