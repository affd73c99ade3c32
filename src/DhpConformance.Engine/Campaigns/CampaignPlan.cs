using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Engine.Campaigns;

/// <summary>
/// What a campaign does: everything that its results follow from. Two campaigns with equal plans have equal results.
/// </summary>
internal sealed record CampaignPlan
{
    /// <summary>Which build of the suite drew it up. Processes of another draw or count otherwise.</summary>
    public required string Build { get; init; }

    /// <summary>How the implementation is reached, for the results.</summary>
    public required string Source { get; init; }

    /// <summary>What the implementation is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>What it claims.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>The traits that it declares.</summary>
    public required Traits Traits { get; init; }

    /// <summary>What it can be reset to.</summary>
    public required ServerLimits Limits { get; init; }

    /// <summary>The profiles to judge.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }

    /// <summary>Where all cases come from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Cases for each profile, 1 or more.</summary>
    public required int Cases { get; init; }

    /// <summary>Operations in each case, 1 or more.</summary>
    public required int Length { get; init; }

    /// <summary>What more of the cases are about.</summary>
    public Workload Workload { get; init; }

    /// <summary>Ids of the rules to judge; empty for all.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Whether it ends at the first failure.</summary>
    public bool FailFast { get; init; }

    /// <summary>Remarks on rules; null for none.</summary>
    public ImmutableArray<RuleNote>? Notes { get; init; }

    /// <summary>What is known to be broken; null for nothing.</summary>
    public ImmutableArray<KnownFailure>? KnownFailures { get; init; }

    /// <summary>
    /// This build of the suite: its version, and which builds of the model and the engine it has. Two builds of one
    /// source are the same.
    /// </summary>
    public static string ThisBuild { get; } = string.Join(
        ' ', ConformanceSuite.Version, BuildOf(typeof(Model.Transitions.Transition)), BuildOf(typeof(CampaignPlan)));

    /// <summary>The plan of a campaign that does what a run with these options does.</summary>
    /// <param name="description">What the implementation says of itself.</param>
    /// <param name="options">The run, whole; a time budget and cases of earlier runs are left out.</param>
    public static CampaignPlan Of(ImplementationDescription description, SuiteOptions options) => new()
    {
        Build = ThisBuild,
        Source = options.Source,
        Name = description.Name,
        Version = description.Version,
        Claims = [.. description.Claims],
        Traits = description.Claims.Traits,
        Limits = description.Limits,
        Profiles = options.Profiles,
        Seed = options.Seed,
        Cases = options.Cases,
        Length = options.Length,
        Workload = options.Workload,
        Rules = options.Rules,
        FailFast = options.FailFast,
        Notes = options.Notes,
        KnownFailures = options.KnownFailures,
    };

    /// <summary>What an implementation says of itself, if that makes sense.</summary>
    /// <exception cref="ServerFaultException">It cannot be made, or does not describe itself.</exception>
    public static ImplementationDescription Describe(
        Func<IPartitionableServer> create, CancellationToken cancellation) =>
        DescriptionReader.Read(create, cancellation);

    /// <summary>What the implementation says of itself.</summary>
    public ImplementationDescription Description() =>
        new(Name, Version, Abstractions.Claims.Of([.. Claims]).With(Traits)) { Limits = Limits };

    /// <summary>The options of a run that does the same.</summary>
    public SuiteOptions Options() => new()
    {
        Source = Source,
        Profiles = Profiles,
        Seed = Seed,
        Cases = Cases,
        Length = Length,
        Workload = Workload,
        Rules = Rules,
        FailFast = FailFast,
        Notes = Notes,
        KnownFailures = KnownFailures,
    };

    /// <summary>
    /// How an implementation differs from the one of the plan, as the end of a sentence; null if it does not.
    /// </summary>
    /// <param name="description">What it says of itself.</param>
    public string? Difference(ImplementationDescription description)
    {
        var own = Description();
        return own.Name != description.Name ? $"it judges {own.Name}, and here is {description.Name}"
            : own.Version != description.Version
                ? $"it judges {own.Name} {own.Version}, and here is version {description.Version}"
            : own.Claims != description.Claims
                ? $"{own.Name} claims {Text(own.Claims)} there, and {Text(description.Claims)} here"
            : own.Limits != description.Limits
                ? $"{own.Name} takes {own.Limits} there, and {description.Limits} here"
            : null;
    }

    /// <summary>
    /// The first thing in which another plan differs, with its value here and there; null if it does not.
    /// </summary>
    public (string What, string Here, string There)? Difference(CampaignPlan other)
    {
        foreach (var (what, value) in Compared)
        {
            if (value(this) is var here && value(other) is var there && here != there)
            {
                return (what, here, there);
            }
        }

        return null;
    }

    private static readonly (string What, Func<CampaignPlan, string> Value)[] Compared =
    [
        ("build of the suite", plan => plan.Build),
        ("implementation", plan => plan.Source),
        ("name of the implementation", plan => plan.Name),
        ("version of the implementation", plan => plan.Version),
        ("list of claims", plan => Text(plan.Description().Claims)),
        ("limits of the implementation", plan => plan.Limits.ToString()),
        ("seed", plan => Number(plan.Seed)),
        ("number of cases", plan => Number(plan.Cases)),
        ("length of cases", plan => Number(plan.Length)),
        ("workload", plan => Words.Of(plan.Workload)),
        ("list of profiles", plan => string.Join(", ", plan.Profiles.Select(profile => profile.Name))),
        ("list of rules", plan => string.Join(", ", plan.Rules)),
        ("setting --fail-fast", plan => plan.FailFast.ToString()),
        ("content of profiles, remarks and known failures", plan => JsonSerializer.Serialize(
            plan, CampaignJson.Default.CampaignPlan)),
    ];

    private static string Number<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Text(Claims claims) =>
        string.Join(", ", claims.Select(Words.Of).Concat(claims.Traits.Select(Words.Of))) is { Length: > 0 } words
            ? words
            : "nothing";

    private static string BuildOf(Type type) => type.Module.ModuleVersionId.ToString("N")[..8];
}
