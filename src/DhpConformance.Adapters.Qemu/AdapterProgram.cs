using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Adapters.Qemu;

/// <summary>An adapter as a program: it serves over standard input and output until the input ends.</summary>
internal static class AdapterProgram
{
    private const int BadArguments = 5;

    /// <summary>Runs it, and answers the exit code: 0, or 5 if it cannot understand its arguments.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="help">What <c>--help</c> prints.</param>
    /// <param name="make">
    /// Makes the server; throws <see cref="ArgumentException"/> if the arguments cannot be understood.
    /// </param>
    public static int Run(string[] args, string help, Func<string[], IPartitionableServer> make)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(help);
            return 0;
        }

        try
        {
            PipeServer.Run(make(args));
            return 0;
        }
        catch (ArgumentException problem)
        {
            // A person who started the adapter reads the message here; the suite gets it as an answer and reports it.
            var server = new InvalidOptionsServer(problem.Message);
            if (Console.IsInputRedirected)
            {
                PipeServer.Run(server);
            }

            if (!server.HasReported)
            {
                Console.Error.WriteLine(problem.Message);
            }

            return BadArguments;
        }
    }
}
