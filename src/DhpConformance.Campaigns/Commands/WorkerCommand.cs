using System.CommandLine;
using DhpConformance.Abstractions;
using DhpConformance.Campaigns.Clusters;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Campaigns.Storage;
using DhpConformance.Campaigns.Working;
using DhpConformance.Cli;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Hosting;

namespace DhpConformance.Campaigns.Commands;

/// <summary><c>dhp campaign worker</c>: executes cases of a campaign that others coordinate.</summary>
internal static class WorkerCommand
{
    private const int MostSlots = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Make(ToolEnvironment environment)
    {
        var settings = new SettingOptions(
            environment, [.. SettingTable.Reaching, SettingTable.Threads, SettingTable.Verbose]);
        var cluster = new ClusterOptionSet();
        var command = new Command(
            "worker",
            "Executes cases of a campaign in a cluster, on an implementation here for each thread. What is executed, "
            + "the campaign says. It may be killed: others do again what it has not reported.");
        cluster.AddTo(command);
        settings.AddTo(command);
        command.SetAction(async (parsed, _) =>
            (int)await Run(cluster.Named(parsed), cluster.Name(parsed), settings.Read(parsed), environment));
        return command;
    }

    /// <summary>That there is no such campaign, in a sentence.</summary>
    internal static async Task<string> Missing(ClusterDatabase database, string name)
    {
        var others = await database.Campaigns();
        return $"There is no campaign named {name} in {database.Name} "
            + (others.Count == 0 ? "" : $"(there is {string.Join(", ", others)}) ")
            + "yet; start it with `dhp campaign --cluster …`.";
    }

    // Whoever looks after the campaign learns of a machine whose implementation does not start from the status.
    private static async Task<ImplementationDescription> Describe(
        Implementation implementation,
        WorkerCard card,
        ClusterDatabase database,
        string name,
        ToolEnvironment environment)
    {
        try
        {
            return CampaignPlan.Describe(implementation.Create, environment.Interrupted);
        }
        catch (Exception exception) when (exception is ServerFaultException or HostingException)
        {
            await using var host = await CampaignHost.Client(database, Patience, environment.Interrupted);
            await host.Campaign(name).Leave(card.Name, $"It could not start: {exception.Message}");
            throw;
        }
    }

    private static async Task<ExitCode> Run(
        ClusterDatabase database, string name, SettingValues settings, ToolEnvironment environment)
    {
        await database.Check();
        if (await database.Read(name) is not var (state, _, build) || state.Plan is not { } plan)
        {
            throw new BadInputException(await Missing(database, name));
        }

        if (build != CampaignPlan.ThisBuild)
        {
            throw new BadInputException(
                $"The campaign {name} is of build {build} of the suite, and this worker is of build "
                + $"{CampaignPlan.ThisBuild}; install the same.");
        }

        var slots = settings.Number(SettingTable.Threads, 1, MostSlots);
        var implementation = ReachingOptions.Find(settings, environment);
        var card = new WorkerCard($"{Environment.MachineName}-{Environment.ProcessId}", slots);
        var description = await Describe(implementation, card, database, name, environment);
        ReachingOptions.Claims(settings, environment)?.Check(description);
        if (plan.Difference(description) is { } difference)
        {
            throw new BadInputException(
                $"The campaign {name} is for another implementation: {difference}; give this worker the same.");
        }

        await using var host = await CampaignHost.Client(database, patience: null, environment.Interrupted);
        environment.Console.Line($"{card.Name} works on {name}.");
        await new Worker(
            host.Campaign(name),
            new CampaignExecution(plan, implementation.Create),
            card,
            environment.Error.WriteLine)
        {
            // Whoever coordinated it may have ended before this worker heard that it is over.
            IsOver = async () =>
                await database.Read(name) is not var (now, _, _) || now.Phase == CampaignPhase.Finished,
        }.Run(environment.Interrupted);
        environment.Console.Line($"{card.Name} is done.");
        return ExitCode.Pass;
    }
}
