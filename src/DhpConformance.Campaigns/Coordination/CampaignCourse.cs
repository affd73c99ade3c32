using System.Text.Json;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Campaigns.Coordination;

/// <summary>
/// The course of a campaign: deals out its units, takes what is reported, and knows when all is done. Comes in:
/// requests of workers, one at a time. Goes out: assignments, and what is counted.
/// </summary>
internal sealed class CampaignCourse
{
    // What is done ahead of the first unit that is not has to be kept until that is done.
    private const int MostAhead = 4096;

    private readonly CampaignState state;
    private readonly CampaignLedger ledger;
    private readonly LeaseTable leases;
    private readonly WorkerList workers;
    private readonly TimeProvider clock;
    private DateTimeOffset counted;
    private long front;
    private List<(int Profile, FoundInCase Found)>? findings;
    private int explained;

    /// <param name="state">What was kept of it, with a plan.</param>
    /// <param name="clock">The time.</param>
    public CampaignCourse(CampaignState state, TimeProvider clock)
    {
        this.state = state;
        this.clock = clock;
        counted = clock.GetUtcNow();
        leases = new LeaseTable(clock) { Length = state.Lease };
        workers = new WorkerList(clock);
        ledger = new CampaignLedger(state.Plan!);
        if (state.Content is { } content)
        {
            ledger.Take(content);
        }
    }

    /// <summary>Whether something has changed since it was last kept.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>What is to be kept now.</summary>
    public CampaignState Keep()
    {
        state.Content = ledger.Written();
        IsChanged = false;
        return state;
    }

    /// <summary>What was to be kept was not.</summary>
    public void Changed() => IsChanged = true;

    /// <summary>Everything that is counted.</summary>
    public WrittenCampaign Content => ledger.Written();

    /// <summary>Work for a slot of a worker.</summary>
    public Assignment Next(WorkerCard worker, int wanted)
    {
        workers.Seen(worker);
        Pass();
        return state.Phase switch
        {
            CampaignPhase.Finished => new(AssignmentKind.Over),
            CampaignPhase.Paused => new(AssignmentKind.Wait),
            _ => findings is null ? Units(worker, wanted) : Finding(worker),
        };
    }

    /// <summary>Takes what became of work.</summary>
    /// <returns>How many pieces of it were counted.</returns>
    public int Report(WorkReport report)
    {
        var (pieces, cases) = (0, 0);
        foreach (var (place, content) in report.Places.Zip(report.Contents))
        {
            leases.End(place);
            var done = place < 0 ? Explain(place, content) : Count(place, content);
            pieces += done is null ? 0 : 1;
            cases += done ?? 0;
        }

        workers.Heard(report.Worker, cases);
        IsChanged |= pieces > 0;
        Pass();
        return pieces;
    }

    /// <summary>A worker is alive.</summary>
    public void Renew(string worker)
    {
        workers.Heard(worker);
        leases.Renew(worker);
    }

    /// <summary>A worker has gone.</summary>
    public void Leave(string worker, string lastWords)
    {
        workers.Left(worker, lastWords);
        leases.EndAll(worker);
    }

    /// <summary>Deals out no more work, or deals it out again.</summary>
    public void Pause(bool isPaused)
    {
        Pass();
        if (state.Phase != CampaignPhase.Finished)
        {
            state.Phase = isPaused ? CampaignPhase.Paused : CampaignPhase.Running;
            IsChanged = true;
        }
    }

    /// <summary>Begins no more batches: those that are begun are done for all profiles.</summary>
    public void End()
    {
        if (state.Phase != CampaignPhase.Finished && findings is null)
        {
            var profiles = ledger.Options.Profiles.Length;
            ledger.EndAfter((int)((state.Dealt + profiles - 1) / profiles));
            (state.IsTimed, state.Phase) = (false, CampaignPhase.Running);
            IsChanged = true;
            Pass();
        }
    }

    /// <summary>Time has passed: it may be over, or all may be done.</summary>
    public void Pass()
    {
        var now = clock.GetUtcNow();
        if (state.Phase == CampaignPhase.Running)
        {
            state.Elapsed += now - counted;
            state.TimeLeft -= now - counted;
        }

        counted = now;
        if (state is { Phase: CampaignPhase.Running, IsTimed: true } && state.TimeLeft <= TimeSpan.Zero)
        {
            End();
        }

        if (findings is null && ledger.IsCounted)
        {
            findings = [.. ledger.Findings()];
            explained = findings.Count(one => ledger.IsExplained(one.Profile, one.Found));
        }

        if (findings?.Count == explained && state.Phase == CampaignPhase.Running)
        {
            state.Phase = CampaignPhase.Finished;
            IsChanged = true;
        }
    }

    /// <summary>How far it is.</summary>
    public CampaignStatus Status()
    {
        Pass();
        return new(
            state.Phase,
            [
                .. ledger.Options.Profiles.Select((profile, place) =>
                {
                    var (cases, failing, givenUp) = ledger.Progress(place);
                    return new ProfileStatus(profile.Name, cases, failing, givenUp);
                }),
            ],
            workers.Status())
        {
            Cases = state.IsTimed ? null : ledger.Options.Cases,
            Findings = findings?.Count ?? 0,
            Explained = explained,
            Started = state.Started,
            Elapsed = state.Elapsed,
        };
    }

    private int? Count(long place, byte[] content)
    {
        var batch = JsonSerializer.Deserialize(content, CampaignJson.Default.WrittenBatch)!;
        var unit = ledger.At(place);
        if (!ledger.Count(unit, batch))
        {
            return null;
        }

        // Where a profile is given up, those after it are begun again.
        front = ledger.Progress(unit.Profile).GivenUp is null ? front : 0;
        return batch.Lengths.Length;
    }

    private int? Explain(long place, byte[] content)
    {
        if (findings is null || PlaceOf(place) >= findings.Count || IsExplained(place))
        {
            return null;
        }

        var (profile, found) = findings[PlaceOf(place)];
        ledger.Explain(profile, found, JsonSerializer.Deserialize(content, CampaignJson.Default.Failure)!);
        explained++;
        return 0;
    }

    private bool IsExplained(long place) =>
        findings![PlaceOf(place)] is var (profile, found) && ledger.IsExplained(profile, found);

    private static int PlaceOf(long place) => (int)(-1 - place);

    private Assignment Finding(WorkerCard worker)
    {
        for (var place = -1L; place >= -findings!.Count; place--)
        {
            if (!IsExplained(place) && !leases.Has(place))
            {
                leases.Add([place], worker.Name);
                var (profile, found) = findings[PlaceOf(place)];
                return new(AssignmentKind.Explain)
                {
                    Places = [place],
                    Profile = profile,
                    Found = JsonSerializer.SerializeToUtf8Bytes(found, CampaignJson.Default.FoundInCase),
                    Lease = leases.Length,
                };
            }
        }

        return new(AssignmentKind.Wait) { Lease = leases.Length };
    }

    private Assignment Units(WorkerCard worker, int wanted)
    {
        while (front < ledger.Units && ledger.IsDone(ledger.At(front)))
        {
            leases.End(front++);
        }

        // Towards the end every slot is to have some of what is left.
        var fair = (ledger.Units - front) / (2 * Math.Max(1, workers.Slots));
        var count = (int)Math.Clamp(wanted, 1, Math.Max(1, fair));
        var places = new List<long>();
        for (var place = front; places.Count < count && place < Math.Min(ledger.Units, front + MostAhead); place++)
        {
            if (!leases.Has(place) && !ledger.IsDone(ledger.At(place)))
            {
                places.Add(place);
            }
        }

        if (places.Count == 0)
        {
            return new(AssignmentKind.Wait) { Lease = leases.Length };
        }

        leases.Add(places, worker.Name);
        state.Dealt = Math.Max(state.Dealt, places[^1] + 1);
        return new(AssignmentKind.Execute) { Places = [.. places], Lease = leases.Length };
    }
}
