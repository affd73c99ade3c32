using System.CommandLine;
using DhpConformance.Cli.Implementations;

namespace DhpConformance.Cli.Commands.Serve;

/// <summary><c>dhp serve</c>: puts a built-in server on standard input and output, as an adapter does.</summary>
internal static class ServeCommand
{
    public static Command Make(ToolEnvironment environment)
    {
        var source = new Option<string>("--implementation")
        {
            HelpName = "SOURCE",
            Description =
                "The server: reference, mutant:NAME (a faulty server), or variant:NAME (a conforming server that "
                + "differs).",
            DefaultValueFactory = _ => "reference",
        };
        var listen = new Option<string?>("--listen")
        {
            HelpName = "unix:PATH|tcp:127.0.0.1:PORT",
            Description = "Listen there instead, with a fresh server for each connection that does not join another "
                + "one as one of several clients, until Ctrl+C.",
        };
        var command = new Command(
            "serve",
            "Puts a built-in server on standard input and output, speaking the protocol of adapters, until the input "
            + "ends. `dhp run --implementation \"command:dhp serve\"` judges it.")
        {
            source,
            listen,
        };
        command.SetAction(parsed => (int)Run(
            BuiltIn(parsed.GetRequiredValue(source)), parsed.GetValue(listen), environment.Interrupted));
        return command;
    }

    // A thread that waits for a line cannot be interrupted, and is left behind.
    private static ExitCode Run(Implementation implementation, string? address, CancellationToken interrupted)
    {
        if (address is not null)
        {
            using var listener = ListeningAddress.Listen(address);
            Hosting.PipeServer.Listen(implementation.Create, listener, interrupted);
            return ExitCode.Pass;
        }

        var served = Task.Factory.StartNew(
            () => Hosting.PipeServer.Run(implementation.Create()),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Task.WaitAny([served], interrupted);
        served.GetAwaiter().GetResult();
        return ExitCode.Pass;
    }

    // What speaks the protocol already would be asked by a middleman, whose failures would be taken for its own.
    private static Implementation BuiltIn(string source) => ImplementationSource.IsBuiltIn(source)
        ? ImplementationSource.Find(source)
        : throw new BadInputException(
            $"\"{source}\" is no built-in server; write reference, mutant:NAME or variant:NAME. "
            + "A program is an adapter by itself, "
            + "and a class becomes one with PipeServer.Run of DhpConformance.Hosting, as "
            + "`dhp init --language csharp` shows.");
}
