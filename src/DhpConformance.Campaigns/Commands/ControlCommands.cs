using System.CommandLine;
using DhpConformance.Campaigns.Clusters;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Cli;
using DhpConformance.Cli.Output;

namespace DhpConformance.Campaigns.Commands;

/// <summary>
/// Commands that ask a campaign in a cluster for something: status, watch, pause, resume, stop, remove.
/// </summary>
internal static class ControlCommands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    public static IEnumerable<Command> Make(ToolEnvironment environment) =>
    [
        Make(environment, "status", "Says how far a campaign is, and who works.", Once(_ => Task.CompletedTask)),
        Make(environment, "watch", "Says so again whenever it changes, until the campaign is over.", Watch),
        Make(
            environment, "pause", "Deals out no more work until it is resumed.", Once(campaign => campaign.Pause())),
        Make(environment, "resume", "Deals out work again.", Once(campaign => campaign.Resume())),
        Make(
            environment,
            "stop",
            "Ends it after the batches that are begun; `dhp run --cases N` with its number of cases does the same.",
            Once(campaign => campaign.Stop())),
        Make(
            environment,
            "remove",
            "Forgets all that is counted, so that another of this name can be started.",
            async (campaign, name, say, _) =>
            {
                await campaign.Remove();
                say($"{name}: removed");
            }),
    ];

    private static Command Make(
        ToolEnvironment environment,
        string verb,
        string description,
        Func<ICampaign, string, Action<string>, CancellationToken, Task> act)
    {
        var cluster = new ClusterOptionSet();
        var command = new Command(verb, description);
        cluster.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var name = cluster.Name(parsed);
            var database = cluster.Named(parsed);
            await database.Check();
            if (await database.Read(name) is null)
            {
                throw new BadInputException(await WorkerCommand.Missing(database, name));
            }

            await using var host = await CampaignHost.Client(database, Patience, environment.Interrupted);
            await act(host.Campaign(name), name, line => environment.Console.Line(line), environment.Interrupted);
            return (int)ExitCode.Pass;
        });
        return command;
    }

    private static Func<ICampaign, string, Action<string>, CancellationToken, Task> Once(Func<ICampaign, Task> ask) =>
        async (campaign, name, say, _) =>
        {
            await ask(campaign);
            Say(name, await campaign.Status(), say);
        };

    private static async Task Watch(ICampaign campaign, string name, Action<string> say, CancellationToken cancellation)
    {
        CampaignStatus status;
        do
        {
            status = await campaign.Status();
            Say(name, status, say);
            await Task.Delay(Between, cancellation).ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        while (status.Phase != CampaignPhase.Finished && !cancellation.IsCancellationRequested);
    }

    private static void Say(string name, CampaignStatus status, Action<string> say) =>
        StatusText.Lines(name, status).ToList().ForEach(say);
}
