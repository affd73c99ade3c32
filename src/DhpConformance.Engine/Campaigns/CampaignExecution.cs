using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Findings;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Engine.Campaigns;

/// <summary>
/// Executes units of work of a campaign in this process. Comes in: a unit. Goes out: what became of its cases, which
/// depends on nothing but the plan, the unit and the implementation.
/// </summary>
internal sealed class CampaignExecution
{
    // As in a run of one process.
    private static readonly TimeSpan TimeForFaults = TimeSpan.FromSeconds(30);

    private readonly Func<IPartitionableServer> create;
    private readonly ImplementationDescription description;
    private readonly SuiteOptions options;
    private readonly ImmutableArray<CaseSource> cases;
    private readonly ImmutableArray<FirstCases> examined;
    private readonly FaultTime faultTime = new(TimeForFaults);

    /// <param name="plan">The campaign.</param>
    /// <param name="create">Makes a server.</param>
    public CampaignExecution(CampaignPlan plan, Func<IPartitionableServer> create)
    {
        this.create = create;
        description = plan.Description();
        options = plan.Options();
        cases =
        [
            .. options.Profiles.Select(profile =>
                new CaseSource(profile, description, options.Seed, options.Workload)),
        ];
        examined = [.. options.Profiles.Select(_ => new FirstCases())];
    }

    /// <summary>One server, to execute units on; for one thread at a time.</summary>
    /// <exception cref="ServerFaultException">It could not be made.</exception>
    public Slot Open() => new(this, create() ?? throw new ServerFaultException(
        ServerFault.CouldNotStart, "No server was made: null was returned instead of one."));

    /// <summary>The unit of work with this place in the order in which they are dealt out, from 0.</summary>
    public UnitOfWork At(long place) => UnitOfWork.At(place, options.Profiles.Length);

    /// <summary>Makes a failure of what was found, as small as possible.</summary>
    /// <param name="profile">The place of the profile.</param>
    /// <param name="found">What was found.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>Null if it was ended early.</returns>
    public Failure? Explain(int profile, FoundInCase found, CancellationToken cancellation)
    {
        var known = KnownViolations.Of(options);
        var failures = new Failure[1];
        new Explanation(
            create, description.Claims, options.Profiles[profile], cases[profile], options.Length, options.Shrink,
            faultTime, cancellation)
        {
            IsKnown = known is null ? null : known.Has,
        }.Fill(failures, [(found.Case, found.Finding)], _ => { });
        return cancellation.IsCancellationRequested ? null : failures[0];
    }

    /// <summary>A server that executes units.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="server">The server.</param>
    public sealed class Slot(CampaignExecution campaign, IPartitionableServer server) : IDisposable
    {
        /// <summary>Executes a unit.</summary>
        /// <param name="unit">The unit.</param>
        /// <param name="cancellation">Ends it early.</param>
        /// <returns>Null if it was ended early: what is known by then is of no use.</returns>
        public WrittenBatch? Execute(UnitOfWork unit, CancellationToken cancellation)
        {
            var options = campaign.options;
            var first = unit.Batch * CaseGenerator.Batch;
            var record = new BatchRecord(new(), new());
            new BatchExecution(
                server,
                campaign.description.Claims,
                options.Profiles[unit.Profile],
                campaign.cases[unit.Profile],
                options.Length,
                campaign.examined[unit.Profile])
            {
                End = FirstFailure.Of(options),
                Known = KnownViolations.Of(options),
            }.Run(
                new(unit.Batch, unit.Batch, first, Math.Min(CaseGenerator.Batch, options.Cases - first)),
                record,
                cancellation);
            return cancellation.IsCancellationRequested ? null : record.Written();
        }

        /// <inheritdoc/>
        public void Dispose() => server.Dispose();
    }
}
