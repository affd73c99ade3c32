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

namespace DhpConformance.Campaigns.Commands;

/// <summary>
/// <c>dhp campaign</c>: starts a campaign, or goes on with it, works itself, and writes what a run writes.
/// </summary>
internal static class StartCommand
{
    private const string StateName = "campaign.json";

    // Which cases failed before, and which share this is, are questions of one process.
    private static readonly ImmutableArray<Setting> Left =
        [SettingTable.Role, SettingTable.Clients, SettingTable.Shard, SettingTable.Corpus, SettingTable.Progress];

    public static void AddTo(Command command, ToolEnvironment environment)
    {
        var settings = new SettingOptions(environment, SettingTable.All.Except(Left));
        settings.AddTo(command);
        command.SetAction(parsed => (int)Run(settings.Read(parsed), environment));
    }

    private static ExitCode Run(SettingValues settings, ToolEnvironment environment)
    {
        var request = RunRequest.From(settings, environment, drawsCases: true);
        var time = request.Options.Budget;

        // A campaign that ends by time has as many cases as there is time for, unless somebody asks for less.
        request = request with
        {
            Corpus = null,
            Options = request.Options with
            {
                Remembered = [],
                MostRareCases = 0,
                Budget = null,
                Cases = time is not null && settings.Origin(SettingTable.Cases) == "the default"
                    ? RunRequest.MostCases
                    : request.Options.Cases,
            },
        };
        var replayOption = TrustedSource.ReplayOption(request.Implementation.Source, environment);
        using var folder = ReportFolder.Open(environment.Resolve(request.Out), request.Out);
        request.CheckClaims();
        var plan = CampaignPlan.Of(
            CampaignPlan.Describe(request.Implementation.Create, environment.Interrupted), request.Options);
        var (options, results) = RunAlone(plan, request, time, environment).GetAwaiter().GetResult();
        return RunCommand.Report(
            request with { Options = options }, results, folder, replayOption, environment);
    }

    private static async Task<(Engine.Runs.SuiteOptions Options, RunResults Results)> RunAlone(
        CampaignPlan plan, RunRequest request, TimeSpan? time, ToolEnvironment environment)
    {
        var path = Path.Combine(environment.Resolve(request.Out), StateName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var host = await CampaignHost.Alone(new FileStorage(path), environment.Interrupted);
        var campaign = host.Campaign("campaign");
        var bytes = JsonSerializer.SerializeToUtf8Bytes(plan, CampaignJson.Default.CampaignPlan);
        if (await campaign.Start(new(bytes, time, TimeSpan.FromSeconds(30))) is { } difference)
        {
            throw new BadInputException(
                $"{Path.Combine(request.Out, StateName)} is of another campaign: {difference}. Give this one another "
                + "--out, or remove the file.");
        }

        var worker = new Worker(
            campaign,
            new CampaignExecution(plan, request.Implementation.Create),
            new("this process", request.Options.Threads),
            environment.Error.WriteLine);
        await worker.Run(environment.Interrupted);
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
        await campaign.Remove();
        return (ledger.Options, results);
    }
}
