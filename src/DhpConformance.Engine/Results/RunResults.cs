using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Results;

/// <summary>Everything a run has to say. All reports are made from this and nothing else.</summary>
public sealed record RunResults
{
    /// <summary>The version of this format.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the format it was written in.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The version of the suite.</summary>
    public required string Suite { get; init; }

    /// <summary>Who was judged.</summary>
    public required ImplementationSummary Implementation { get; init; }

    /// <summary>What determines the run: equal settings give equal results, whatever the number of threads.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>One result for each profile, in the order of the settings.</summary>
    public required ImmutableArray<ProfileResult> Profiles { get; init; }

    /// <summary>The only part that differs between two runs with the same settings.</summary>
    public required RunTimes Times { get; init; }

    /// <summary>Proves that nothing is missing; the last member of the file.</summary>
    public required RunFooter Footer { get; init; }

    /// <summary>How the cases of earlier runs fared that were executed first; not part of the file.</summary>
    [JsonIgnore]
    public ImmutableArray<RememberedResult> Remembered { get; init; } = [];

    /// <summary>The cases worth keeping that test what few cases test; not part of the file.</summary>
    [JsonIgnore]
    public ImmutableArray<RareCase> Rare { get; init; } = [];

    /// <summary>The worst verdict of all profiles.</summary>
    [JsonIgnore]
    public Verdict Verdict => Profiles.Select(profile => profile.Verdict).DefaultIfEmpty(Verdict.Pass).Worst();
}

/// <summary>Who was judged.</summary>
/// <param name="Source">How it was reached, as given to the tool.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="Version">Its version.</param>
/// <param name="Claims">What it claims.</param>
/// <param name="Traits">The traits that it declares; left out of the file if there are none.</param>
[method: JsonConstructor]
public sealed record ImplementationSummary(
    string Source,
    string Name,
    string Version,
    ImmutableArray<Claim> Claims,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Traits Traits = default)
{
    /// <summary>What it claims, together with its traits.</summary>
    [JsonIgnore]
    public Claims Claimed => Abstractions.Claims.Of([.. Claims]).With(Traits);

    /// <summary>
    /// Remarks of whoever wrote the claims file, one for a rule at most, in the order of the catalogue; null for none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("remarks")]
    public ImmutableArray<RuleNote>? Notes { get; init; }

    /// <summary>What it was known to break before the run, each rule once; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<KnownFailure>? KnownFailures { get; init; }
}

/// <summary>What determines a run.</summary>
/// <param name="Seed">Where all cases come from; 0 if none were drawn.</param>
/// <param name="Cases">Cases for each profile, 1 or more; 0 if none were drawn.</param>
/// <param name="Length">Operations in each case, 1 or more; 0 if none were drawn.</param>
/// <param name="Rules">The rules that were asked for; empty for all.</param>
public sealed record RunSettings(ulong Seed, int Cases, int Length, ImmutableArray<string> Rules)
{
    /// <summary>What more of the cases were about; left out of the file if it is the default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Workload Workload { get; init; }

    /// <summary>How many cases of earlier runs were to be executed first; 0 for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Remembered { get; init; }

    /// <summary>Which share of the cases, or of the states of a scope, such as <c>2/5</c>; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Shard { get; init; }

    /// <summary>
    /// The scope that was gone through, whole: one of a user is known by its data, not by its name. Null if cases were
    /// drawn.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScopeDefinition? Scope { get; init; }

    /// <summary>Most sequences that lead to each state of the scope; 0 if cases were drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Histories { get; init; }
}

/// <summary>How long it took.</summary>
/// <param name="Started">When the run began.</param>
/// <param name="ElapsedMilliseconds">How long it ran, in milliseconds.</param>
/// <param name="Threads">How many threads executed cases.</param>
public sealed record RunTimes(DateTimeOffset Started, long ElapsedMilliseconds, int Threads)
{
    /// <summary>How long each profile took, in milliseconds, in the order of the settings.</summary>
    public ImmutableArray<long> ProfileMilliseconds { get; init; } = [];
}

/// <summary>Counts of what stands before it. A file without it, or with other counts, is not whole.</summary>
/// <param name="Complete">False if the run was interrupted.</param>
/// <param name="Profiles">How many profiles were asked for.</param>
/// <param name="Rules">How many verdicts there are.</param>
/// <param name="Failures">How many failures there are.</param>
/// <param name="Cases">How many cases were executed.</param>
public sealed record RunFooter(bool Complete, int Profiles, int Rules, int Failures, long Cases)
{
    /// <summary>Counts what stands before it.</summary>
    internal static RunFooter Of(IReadOnlyCollection<ProfileResult> profiles, int asked, bool complete) => new(
        complete,
        asked,
        profiles.Sum(profile => profile.Rules.Length),
        profiles.Sum(profile => profile.Failures.Length),
        profiles.Sum(profile => (long)profile.Cases));
}
