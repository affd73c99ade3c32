using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using DhpConformance.Campaigns.Clusters;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Campaigns.Storage;
using DhpConformance.Campaigns.Working;
using DhpConformance.Cli;
using DhpConformance.Cli.Commands.Run;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Campaigns.Commands;

/// <summary>
/// <c>dhp campaign</c>: starts a campaign, or goes on with it, works itself, and writes what a run writes.
/// </summary>
internal sealed class StartCommand
{
    private const string StateName = "campaign.json";

    // Which cases failed before, and which share this is, are questions of one process.
    private static readonly ImmutableArray<Setting> Left =
        [SettingTable.Role, SettingTable.Clients, SettingTable.Shard, SettingTable.Corpus, SettingTable.Progress];

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly ToolEnvironment environment;
    private readonly ClusterOptionSet cluster = new();
    private readonly SettingOptions settings;

    private readonly Option<bool> coordinates = new("--coordinate-only")
    {
        Description = "Execute no cases here: workers do.",
    };

    private readonly Option<int> lease = new("--lease")
    {
        HelpName = "SECONDS",
        Description = "After how many seconds without a word the work of a worker is given to others, 1 or more.",
        DefaultValueFactory = _ => 30,
    };

    private StartCommand(ToolEnvironment environment) =>
        (this.environment, settings) = (environment, new(environment, SettingTable.All.Except(Left)));

    public static void AddTo(Command command, ToolEnvironment environment)
    {
        var start = new StartCommand(environment);
        start.cluster.AddTo(command);
        command.Add(start.coordinates);
        command.Add(start.lease);
        start.settings.AddTo(command);
        command.SetAction(async (parsed, _) => (int)await start.Run(parsed));
    }

    private async Task<ExitCode> Run(ParseResult parsed)
    {
        var (request, time) = Request(settings.Read(parsed));
        if (parsed.GetValue(lease) < 1)
        {
            throw new BadInputException($"--lease is {parsed.GetValue(lease)}; give 1 or more seconds.");
        }

        var name = cluster.Name(parsed);
        var database = await cluster.Find(parsed);
        if (database is null && parsed.GetValue(coordinates))
        {
            throw new BadInputException("--coordinate-only needs workers, which need --cluster; leave it out.");
        }

        var replayOption = TrustedSource.ReplayOption(request.Implementation.Source, environment);
        using var folder = ReportFolder.Open(environment.Resolve(request.Out), request.Out);
        request.CheckClaims();
        var plan = CampaignPlan.Of(
            CampaignPlan.Describe(request.Implementation.Create, environment.Interrupted), request.Options);
        var start = new StartRequest(
            JsonSerializer.SerializeToUtf8Bytes(plan, CampaignJson.Default.CampaignPlan),
            time,
            TimeSpan.FromSeconds(parsed.GetValue(lease)));

        await using var host = database is null
            ? await CampaignHost.Alone(new FileStorage(StatePath(request)), environment.Interrupted)
            : await CampaignHost.Coordinator(database, environment.Interrupted);
        var campaign = host.Campaign(name);
        if (await campaign.Start(start) is { } difference)
        {
            throw new BadInputException(database is null
                ? $"{Path.Combine(request.Out, StateName)} is of another campaign: {difference}. Give this one another "
                    + "--out, or remove the file."
                : $"There is a campaign named {name} in {database.Name} already, and it is another: {difference}. Give "
                    + $"this one another --name, or run `dhp campaign remove --name {name}`.");
        }

        await Work(campaign, plan, request, isIdle: parsed.GetValue(coordinates));
        var (options, results) = await Conclude(campaign, plan, request);
        var code = RunCommand.Report(request with { Options = options }, results, folder, replayOption, environment);
        if (database is null)
        {
            // Not before: whoever kills it while it writes is not to do all again.
            await campaign.Remove();
        }

        return code;
    }

    private (RunRequest Request, TimeSpan? Time) Request(SettingValues values)
    {
        var request = RunRequest.From(values, environment, drawsCases: true);
        var time = request.Options.Budget;

        // A campaign that ends by time has as many cases as there is time for, unless somebody asks for less.
        var cases = time is not null && values.Origin(SettingTable.Cases) == "the default"
            ? RunRequest.MostCases
            : request.Options.Cases;
        return (
            request with
            {
                Corpus = null,
                Options = request.Options with { Remembered = [], MostRareCases = 0, Budget = null, Cases = cases },
            },
            time);
    }

    private string StatePath(RunRequest request)
    {
        var folder = environment.Resolve(request.Out);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, StateName);
    }

    private async Task Work(ICampaign campaign, CampaignPlan plan, RunRequest request, bool isIdle)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(environment.Interrupted);
        var watching = Watch(campaign, request.Voice.IsQuiet, over.Token);
        if (isIdle)
        {
            await watching;
            return;
        }

        await new Worker(
            campaign,
            new CampaignExecution(plan, request.Implementation.Create),
            new($"{Environment.MachineName}-{Environment.ProcessId}", request.Options.Threads),
            environment.Error.WriteLine).Run(environment.Interrupted);
        await over.CancelAsync();
        await watching;
    }

    // Until it is over.
    private async Task Watch(ICampaign campaign, bool isQuiet, CancellationToken cancellation)
    {
        var said = TimeProvider.System.GetTimestamp();
        while (!cancellation.IsCancellationRequested)
        {
            var status = await campaign.Status();
            if (status.Phase == CampaignPhase.Finished)
            {
                return;
            }

            if (!isQuiet && TimeProvider.System.GetElapsedTime(said) > BetweenLines)
            {
                said = TimeProvider.System.GetTimestamp();
                environment.Console.Line(StatusText.Line(status));
            }

            await Task.WhenAny(Task.Delay(BetweenLooks, CancellationToken.None), Cancelled(cancellation));
        }
    }

    private static Task Cancelled(CancellationToken cancellation)
    {
        var cancelled = new TaskCompletionSource();
        cancellation.Register(cancelled.SetResult);
        return cancelled.Task;
    }

    private static async Task<(SuiteOptions Options, RunResults Results)> Conclude(
        ICampaign campaign, CampaignPlan plan, RunRequest request)
    {
        var status = await campaign.Status();
        if (status.Phase != CampaignPhase.Finished)
        {
            throw new BadInputException("Interrupted; the same command goes on with it.", ExitCode.Inconclusive);
        }

        var ledger = new CampaignLedger(plan);
        ledger.Take(JsonSerializer.Deserialize(
            (await campaign.Content())!, CampaignJson.Default.WrittenCampaign)!);
        var results = ledger.Conclude(new(
            status.Started, (long)status.Elapsed.TotalMilliseconds, request.Options.Threads));
        return (ledger.Options, results);
    }
}
