using System.CommandLine;
using DhpConformance.Cli;

namespace DhpConformance.Campaigns.Commands;

/// <summary>The command <c>dhp-campaign</c>, which <c>dhp campaign</c> runs.</summary>
internal static class CampaignTool
{
    private const string Name = "dhp campaign";

    public static int Run(IReadOnlyList<string> arguments, ToolEnvironment environment) =>
        Tool.Run(arguments, environment, Name, () => Root(environment));

    private static RootCommand Root(ToolEnvironment environment)
    {
        var root = new RootCommand(
            "Judges an implementation as `dhp run` does, with results of the same bytes, in a campaign: it may be "
            + "killed and goes on with the same command. Settings and exit codes are those of `dhp run`.");
        StartCommand.AddTo(root, environment);
        root.Add(WorkerCommand.Make(environment));
        root.Add(InitCommand.Make(environment));
        foreach (var control in ControlCommands.Make(environment))
        {
            root.Add(control);
        }

        return root;
    }
}
