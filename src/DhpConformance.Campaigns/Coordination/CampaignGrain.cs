using System.Text.Json;
using DhpConformance.Engine.Campaigns;
using Orleans.Storage;

namespace DhpConformance.Campaigns.Coordination;

/// <summary>
/// A campaign in a cluster: one activation takes all requests, one after the other, and keeps what is counted.
/// </summary>
/// <param name="kept">What is kept.</param>
/// <param name="clock">The time.</param>
[KeepAlive]
internal sealed class CampaignGrain(
    [PersistentState("campaign", CampaignGrain.Storage)] IPersistentState<CampaignState> kept, TimeProvider clock)
    : Grain, ICampaign
{
    /// <summary>The name of the storage.</summary>
    public const string Storage = "campaigns";

    private const int LongestShown = 100;

    // What was reported since then is done once more if the process dies.
    private static readonly TimeSpan KeptEvery = TimeSpan.FromSeconds(1);

    private CampaignCourse? course;
    private string? problem;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        course = kept.State.Plan is null ? null : new CampaignCourse(kept.State, clock);
        this.RegisterGrainTimer(Tick, new() { DueTime = KeptEvery, Period = KeptEvery });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Keep();

    /// <inheritdoc/>
    public async Task<string?> Start(StartRequest request)
    {
        var plan = JsonSerializer.Deserialize(request.Plan, CampaignJson.Default.CampaignPlan)!;
        if (kept.State.Plan is { } other)
        {
            return plan.Difference(other) is var (what, here, there)
                ? $"the {what} is {Short(there)}, and here {Short(here)}"
                : null;
        }

        kept.State = new CampaignState
        {
            Plan = plan,
            Phase = CampaignPhase.Running,
            IsTimed = request.Time is not null,
            TimeLeft = request.Time ?? TimeSpan.Zero,
            Lease = request.Lease,
            Started = clock.GetUtcNow(),
        };
        course = new CampaignCourse(kept.State, clock);
        await Keep(always: true);
        return null;
    }

    /// <inheritdoc/>
    public async Task<Assignment> Next(WorkerCard worker, int wanted)
    {
        var next = course?.Next(worker, wanted) ?? new(AssignmentKind.Over);
        if (next.Kind == AssignmentKind.Over)
        {
            await Keep();
        }

        return next;
    }

    /// <inheritdoc/>
    public Task<int> Report(WorkReport report) => Task.FromResult(course?.Report(report) ?? 0);

    /// <inheritdoc/>
    public Task Renew(string worker) => Do(running => running.Renew(worker));

    /// <inheritdoc/>
    public Task Leave(string worker, string lastWords) => Do(running => running.Leave(worker, lastWords));

    /// <inheritdoc/>
    public async Task<CampaignStatus> Status()
    {
        var status = course?.Status() ?? new(CampaignPhase.Unknown, [], []);
        if (status.Phase == CampaignPhase.Finished)
        {
            await Keep();
        }

        return status with { Problem = problem };
    }

    /// <inheritdoc/>
    public Task<byte[]?> Content() => Task.FromResult(course is null
        ? null
        : JsonSerializer.SerializeToUtf8Bytes(course.Content, CampaignJson.Default.WrittenCampaign));

    /// <inheritdoc/>
    public Task Pause() => DoAndKeep(running => running.Pause(isPaused: true));

    /// <inheritdoc/>
    public Task Resume() => DoAndKeep(running => running.Pause(isPaused: false));

    /// <inheritdoc/>
    public Task Stop() => DoAndKeep(running => running.End());

    /// <inheritdoc/>
    public async Task Remove()
    {
        course = null;
        await kept.ClearStateAsync();
        kept.State = new();
        DeactivateOnIdle();
    }

    // What cannot be taken in at a glance would only hide what to do.
    private static string Short(string value) => value.Length <= LongestShown ? value : "other";

    private Task Do(Action<CampaignCourse> act)
    {
        if (course is not null)
        {
            act(course);
        }

        return Task.CompletedTask;
    }

    private Task DoAndKeep(Action<CampaignCourse> act)
    {
        Do(act);
        return Keep();
    }

    private Task Tick(CancellationToken cancellation)
    {
        course?.Pass();
        return Keep();
    }

    private async Task Keep(bool always = false)
    {
        if (course is null || !(always || course.IsChanged))
        {
            return;
        }

        try
        {
            kept.State = course.Keep();
            await kept.WriteStateAsync();
            problem = null;
        }
        catch (InconsistentStateException)
        {
            // Another activation has gone on with the campaign while this one was cut off. What that has kept counts.
            course = null;
            DeactivateOnIdle();
        }
        catch (Exception exception)
        {
            // A disk that is full now may not be later, and everything is still in memory.
            problem = exception.Message;
            course.Changed();
        }
    }
}
