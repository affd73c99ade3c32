using System.Net;
using System.Net.Sockets;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Campaigns.Storage;
using DhpConformance.Cli;
using DhpConformance.Engine.Campaigns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace DhpConformance.Campaigns.Clusters;

/// <summary>A process of a cluster, or a cluster of one process.</summary>
internal sealed class CampaignHost : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    private readonly IHost host;

    private CampaignHost(IHost host) => this.host = host;

    /// <summary>The campaign with this name.</summary>
    public ICampaign Campaign(string name) =>
        host.Services.GetRequiredService<IGrainFactory>().GetGrain<ICampaign>(name);

    /// <summary>A cluster of this process alone, which nobody can join.</summary>
    /// <param name="storage">Where campaigns are kept.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static Task<CampaignHost> Alone(IGrainStorage storage, CancellationToken cancellation) => Start(
        builder => builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(siloPort: FreePort(IPAddress.Loopback), gatewayPort: 0);
            Coordinate(silo, storage);
        }),
        cancellation);

    /// <summary>A process that coordinates campaigns in a cluster.</summary>
    /// <param name="database">Where the cluster and its campaigns are kept.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static Task<CampaignHost> Coordinator(ClusterDatabase database, CancellationToken cancellation) => Start(
        builder => builder.UseOrleans(silo =>
        {
            var address = database.OwnAddress();
            silo.ConfigureEndpoints(address, FreePort(address), FreePort(address));
            silo.Configure<ClusterOptions>(Name);
            silo.UseAdoNetClustering(options =>
                (options.Invariant, options.ConnectionString) = ("Npgsql", database.Connection));
            silo.Configure<ClusterMembershipOptions>(options =>
            {
                // One that was killed is not to hold up the next: it is taken for dead after some seconds.
                options.ProbeTimeout = TimeSpan.FromSeconds(2);
                options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
                options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
                options.NumMissedTableIAmAliveLimit = 2;
            });
            Coordinate(silo, new DatabaseStorage(database));
        }),
        cancellation);

    /// <summary>A process that asks those that coordinate.</summary>
    /// <param name="database">Where the cluster is kept.</param>
    /// <param name="patience">How long it waits until somebody coordinates; null for as long as it takes.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="BadInputException">Nobody coordinates.</exception>
    public static async Task<CampaignHost> Client(
        ClusterDatabase database, TimeSpan? patience, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(patience ?? Timeout.InfiniteTimeSpan);
        try
        {
            return await Start(
                builder => builder.UseOrleansClient(client =>
                {
                    client.Configure<ClusterOptions>(Name);
                    client.UseAdoNetClustering(options =>
                        (options.Invariant, options.ConnectionString) = ("Npgsql", database.Connection));
                    client.Configure<GatewayOptions>(options =>
                        options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
                    client.Configure<ClientMessagingOptions>(options =>
                        options.ResponseTimeout = TimeSpan.FromSeconds(10));
                    client.UseConnectionRetryFilter(async (_, ended) =>
                    {
                        await Task.Delay(TimeSpan.FromMilliseconds(500), ended);
                        return !ended.IsCancellationRequested;
                    });
                }),
                enough.Token);
        }
        catch (Exception exception) when (enough.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new BadInputException(
                $"Nobody coordinates campaigns in {database.Name}; start one with `dhp campaign --cluster …`.",
                cause: exception);
        }
    }

    // Processes of another build would not understand each other.
    private static void Name(ClusterOptions options)
    {
        options.ClusterId = CampaignPlan.ThisBuild.Replace(' ', '-');
        options.ServiceId = "dhp";
    }

    /// <summary>Starts what a builder was told.</summary>
    internal static async Task<CampaignHost> Start(
        Action<IHostApplicationBuilder> configure, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });

        // What goes wrong is said by us, in a sentence.
        builder.Logging.ClearProviders();
        configure(builder);
        var host = builder.Build();
        await host.StartAsync(cancellation);
        return new(host);
    }

    /// <summary>Lets a silo have campaigns.</summary>
    internal static void Coordinate(ISiloBuilder silo, IGrainStorage storage)
    {
        silo.Services.AddSingleton(TimeProvider.System);
        silo.Services.AddGrainStorage(CampaignGrain.Storage, (_, _) => storage);

        // A report has some megabytes at most, and takes its time on a slow network.
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(30));
    }

    /// <summary>A port of this machine that nobody listens on.</summary>
    internal static int FreePort(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var enough = new CancellationTokenSource(TimeToStop);
        try
        {
            await host.StopAsync(enough.Token);
        }
        catch (OperationCanceledException)
        {
            // Others notice that it has gone, too.
        }

        host.Dispose();
    }
}
