using System.CommandLine;
using DhpConformance.Cli;
using DhpConformance.Cli.Output;

namespace DhpConformance.Campaigns.Commands;

/// <summary><c>dhp campaign init</c>: makes the tables of a cluster.</summary>
internal static class InitCommand
{
    public static Command Make(ToolEnvironment environment)
    {
        var cluster = new ClusterOptionSet();
        var command = new Command("init", "Makes the tables of a cluster in a PostgreSQL database, once.");
        cluster.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var database = cluster.Named(parsed);
            await database.Create(Script());
            environment.Console.Line($"The database {database.Name} is ready: `dhp campaign --cluster …` starts one.");
            return (int)ExitCode.Pass;
        });
        return command;
    }

    private static string Script()
    {
        using var reader = new StreamReader(typeof(InitCommand).Assembly.GetManifestResourceStream("schema.sql")!);
        return reader.ReadToEnd();
    }
}
