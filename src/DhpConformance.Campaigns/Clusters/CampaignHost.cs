using System.Net;
using System.Net.Sockets;
using DhpConformance.Campaigns.Coordination;
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
