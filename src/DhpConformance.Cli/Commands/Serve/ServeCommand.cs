using System.CommandLine;
using DhpConformance.Cli.Implementations;

namespace DhpConformance.Cli.Commands.Serve;

/// <summary><c>dhp serve</c>: puts a built-in server on standard input and output, as an adapter does.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var source = new Option<string>("--implementation")
        {
            HelpName = "SOURCE",
            Description = "What is served: reference, or mutant:NAME for a broken one.",
            DefaultValueFactory = _ => "reference",
        };
        var command = new Command(
            "serve",
            "Puts a built-in server on standard input and output, speaking the protocol of adapters, until the input "
            + "ends. `dhp run --implementation \"command:dhp serve\"` judges it.")
        {
            source,
        };
        command.SetAction(parsed =>
        {
            using var server = BuiltIn(parsed.GetRequiredValue(source)).Create();
            Hosting.PipeServer.Run(server);
            return (int)ExitCode.Pass;
        });
        return command;
    }

    // What speaks the protocol already would be asked by a middleman, whose failures would be taken for its own.
    private static Implementation BuiltIn(string source) => ImplementationSource.IsBuiltIn(source)
        ? ImplementationSource.Find(source)
        : throw new BadInputException(
            $"\"{source}\" is no built-in server; write reference or mutant:NAME. A program is an adapter by itself, "
            + "and a class becomes one with PipeServer.Run of DhpConformance.Hosting, as "
            + "`dhp init --language csharp` shows.");
}
