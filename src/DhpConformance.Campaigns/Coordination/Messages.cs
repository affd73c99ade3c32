namespace DhpConformance.Campaigns.Coordination;

/// <summary>What a campaign is to do.</summary>
/// <param name="Plan">Its <c>CampaignPlan</c>, as JSON.</param>
/// <param name="Time">How long cases may be dealt out; null for until all are.</param>
/// <param name="Lease">How long a worker may say nothing before its work is given to others.</param>
[GenerateSerializer]
[Immutable]
internal sealed record StartRequest(
    [property: Id(0)] byte[] Plan, [property: Id(1)] TimeSpan? Time, [property: Id(2)] TimeSpan Lease);

/// <summary>Who a worker is.</summary>
/// <param name="Name">Its machine and process.</param>
/// <param name="Slots">How many units it executes at a time.</param>
[GenerateSerializer]
[Immutable]
internal sealed record WorkerCard([property: Id(0)] string Name, [property: Id(1)] int Slots);

/// <summary>What a slot is to do next.</summary>
/// <param name="Kind">What.</param>
[GenerateSerializer]
[Immutable]
internal sealed record Assignment([property: Id(0)] AssignmentKind Kind)
{
    /// <summary>The places of the units to execute; or one place, below 0, of a finding to explain.</summary>
    [Id(1)]
    public long[] Places { get; init; } = [];

    /// <summary>The place of the profile of the finding.</summary>
    [Id(2)]
    public int Profile { get; init; }

    /// <summary>The finding to explain, as JSON.</summary>
    [Id(3)]
    public byte[] Found { get; init; } = [];

    /// <summary>How long a worker may say nothing.</summary>
    [Id(4)]
    public TimeSpan Lease { get; init; }
}

/// <summary>Kinds of assignments.</summary>
internal enum AssignmentKind
{
    /// <summary>Nothing is to be done now; ask again.</summary>
    Wait,

    /// <summary>Units are to be executed.</summary>
    Execute,

    /// <summary>A finding is to be made small.</summary>
    Explain,

    /// <summary>All is done.</summary>
    Over,
}

/// <summary>What became of work.</summary>
/// <param name="Worker">Who has done it.</param>
/// <param name="Places">Which units, or which finding.</param>
/// <param name="Contents">What became of each, as JSON: a <c>WrittenBatch</c>, or a <c>Failure</c>.</param>
[GenerateSerializer]
[Immutable]
internal sealed record WorkReport(
    [property: Id(0)] string Worker, [property: Id(1)] long[] Places, [property: Id(2)] byte[][] Contents);

/// <summary>How far a campaign is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Profiles">How far each profile is.</param>
/// <param name="Workers">Who works, or has worked.</param>
[GenerateSerializer]
[Immutable]
internal sealed record CampaignStatus(
    [property: Id(0)] CampaignPhase Phase,
    [property: Id(1)] ProfileStatus[] Profiles,
    [property: Id(2)] WorkerStatus[] Workers)
{
    /// <summary>Cases of each profile; null if time ends it.</summary>
    [Id(3)]
    public int? Cases { get; init; }

    /// <summary>How many findings are to be made small.</summary>
    [Id(4)]
    public int Findings { get; init; }

    /// <summary>How many of them are.</summary>
    [Id(5)]
    public int Explained { get; init; }

    /// <summary>When it was begun.</summary>
    [Id(6)]
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it has run, in all processes that it has had.</summary>
    [Id(7)]
    public TimeSpan Elapsed { get; init; }

    /// <summary>Why its state cannot be kept at the moment, in a sentence; null if it can.</summary>
    [Id(8)]
    public string? Problem { get; init; }
}

/// <summary>What a campaign is doing.</summary>
internal enum CampaignPhase
{
    /// <summary>There is no such campaign.</summary>
    Unknown,

    /// <summary>It deals out work.</summary>
    Running,

    /// <summary>It deals out none until it is resumed.</summary>
    Paused,

    /// <summary>All is done.</summary>
    Finished,
}

/// <summary>How far a profile is.</summary>
/// <param name="Name">The profile.</param>
/// <param name="Done">How many of its cases are added up.</param>
/// <param name="Failing">How many of them failed.</param>
/// <param name="GivenUp">Why no more are executed; null if more are.</param>
[GenerateSerializer]
[Immutable]
internal sealed record ProfileStatus(
    [property: Id(0)] string Name,
    [property: Id(1)] int Done,
    [property: Id(2)] int Failing,
    [property: Id(3)] string? GivenUp);

/// <summary>How a worker fares.</summary>
/// <param name="Name">Its machine and process.</param>
/// <param name="Slots">How many units it executes at a time.</param>
/// <param name="Cases">How many of its cases were counted.</param>
/// <param name="CasesPerSecond">The same for each second since it came.</param>
/// <param name="Silence">How long it has said nothing.</param>
/// <param name="LastWords">Why it has gone, in a sentence; null if it has not said so.</param>
[GenerateSerializer]
[Immutable]
internal sealed record WorkerStatus(
    [property: Id(0)] string Name,
    [property: Id(1)] int Slots,
    [property: Id(2)] long Cases,
    [property: Id(3)] double CasesPerSecond,
    [property: Id(4)] TimeSpan Silence,
    [property: Id(5)] string? LastWords);
