using System.ComponentModel;
using System.Diagnostics;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Libvirt.Virsh;

/// <summary>
/// Runs <c>virsh</c>, once for each request, so that each has a connection of its own and a libvirt that was restarted
/// in between is not noticed.
/// </summary>
internal sealed class VirshProgram(LibvirtOptions options)
{
    private const int Remembered = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Queue<string> transcript = new();
    private readonly VirshScript? script = VirshScript.Begin(options);

    /// <summary>The latest requests and errors, for the evidence of a failure.</summary>
    public string Transcript => string.Join('\n', transcript);

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The command of virsh, and its arguments.</param>
    /// <param name="input">The file that the command reads as <c>/dev/stdin</c>; null for none.</param>
    /// <exception cref="VirshException">It did not end in time, or lost its connection.</exception>
    /// <exception cref="ServerFaultException">It cannot be run, or cannot connect; nothing was changed.</exception>
    public VirshAnswer Try(string[] arguments, string? input = null)
    {
        script?.Say(arguments, input);
        Remember($"virsh {string.Join(' ', arguments)}");
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = Run(arguments, input);
            if (answer.Says("failed to connect to the hypervisor"))
            {
                if (Stopwatch.GetElapsedTime(begun) > options.ReconnectDeadline)
                {
                    throw ConnectionProblem.Explain(options, answer);
                }

                Thread.Sleep(Pause);
                continue;
            }

            if (!answer.Succeeded)
            {
                Remember($"  {answer.Error.Trim()}");
            }

            return ConnectionProblem.IsLoss(answer)
                ? throw new VirshException(ServerFault.Ended, $"closed its connection (\"{answer.Reason}\")")
                : answer;
        }
    }

    /// <summary>Runs it and returns what it prints.</summary>
    /// <exception cref="VirshException">It says an error, does not end in time, or lost its connection.</exception>
    /// <exception cref="ServerFaultException">It cannot be run, or cannot connect.</exception>
    public string Ask(string[] arguments, string? input = null)
    {
        var answer = Try(arguments, input);
        return answer.Succeeded
            ? answer.Output
            : throw new VirshException(ServerFault.Reported, $"said \"{answer.Reason}\"");
    }

    private VirshAnswer Run(string[] arguments, string? input)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read its input: its error says why.
        }

        if (!process.WaitForExit(options.CommandDeadline))
        {
            process.Kill(entireProcessTree: true);
            throw new VirshException(
                ServerFault.DeadlineMissed, $"did not answer within {options.CommandDeadline.TotalSeconds:0.#} s");
        }

        return new(process.ExitCode, output.Result, error.Result);
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(options.Program, ["-q", "-c", options.Connection, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // The adapter reads messages, and each language has others.
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"'{options.Program}' cannot be run ({problem.Message}); run 'apt-get install "
                    + "--no-install-recommends libvirt-clients', or name a program with --virsh.",
                effectUnknown: false);
        }
    }

    private void Remember(string line)
    {
        transcript.Enqueue(line);
        if (transcript.Count > Remembered)
        {
            transcript.Dequeue();
        }
    }
}
