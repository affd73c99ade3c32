using System.Collections.Concurrent;
using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;

namespace DhpConformance.Testing;

/// <summary>
/// The runs behind the tests of one class: one for each profile, made when the first test of the profile asks.
/// </summary>
/// <param name="subject">Whom to judge, and how.</param>
/// <param name="folder">Where the replay files of failures go.</param>
public sealed class ConformanceRun(IConformanceSubject subject, string folder)
{
    private readonly ConcurrentDictionary<string, Lazy<RunResults>> results = new(StringComparer.Ordinal);
    private readonly Lazy<SuiteOptions> options = new(() => subject.Options);
    private readonly Lazy<ImmutableArray<KnownFailure>> known = new(() => subject.KnownFailures.All);

    /// <summary>The runs of a test class, with a folder of its own beside the tests.</summary>
    public static ConformanceRun Of(IConformanceSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(subject, Path.Combine(AppContext.BaseDirectory, "conformance", subject.GetType().Name));
    }

    /// <summary>What became of a test. If nothing could be judged, it has not become green.</summary>
    public RuleJudgement Judge(RuleTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        try
        {
            return Judged(test);
        }
        catch (ServerFaultException exception)
        {
            return new(FailureMessage: $"Nothing could be judged: {exception.Message}");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new(
                FailureMessage: $"Nothing could be judged, since something threw {Thrown.By(exception)} If it is "
                + "nothing of yours, the suite is broken: please report it.");
        }
    }

    private RuleJudgement Judged(RuleTest test)
    {
        var listed = known.Value.FirstOrDefault(one => Same(one.Rule, test.Rule));
        return FailureOf(test) is { } failure
            ? listed is null || !listed.Is(failure)
                ? new(FailureMessage: new FailureMessage(Make, folder, Results(test), Profile(test)).Of(failure))
                : new(Skipped: $"Known failure: {listed.Reason} ({listed.Link})")
            : listed is not null && IsKept(test) && !FailsAnywhere(listed.Rule)
                ? new(FailureMessage:
                    $"{listed.Rule} is a known failure that no longer fails; remove it from the list.")
            : test.Rule == RuleTest.NoRule ? OfTheImplementation(Profile(test))
            : test.Rule == RuleTest.NotTestable ? new(Skipped: NotTestable(ProfileOf(test)))
            : Profile(test).Rules.FirstOrDefault(rule => rule.Rule == test.Rule) is { } result
                ? IsBehind(test, result) ? new(Skipped: result.Reason) : Of(result)
            : throw Changed(test.DisplayName);
    }

    private bool IsBehind(RuleTest test, RuleResult rule) =>
        rule.IsBehindKnownFailure && known.Value.Any(one => one.IsMetIn(Profile(test)));

    private bool FailsAnywhere(string rule) =>
        options.Value.Profiles.Any(profile => FailureOf(new RuleTest(rule, profile.Name)) is not null);

    private bool IsKept(RuleTest test) =>
        Profile(test).Rules.Any(rule => rule.Rule == test.Rule && rule.Verdict == Verdict.Pass);

    private Failure? FailureOf(RuleTest test) =>
        Profile(test).Failures.FirstOrDefault(one => !one.OneOff && IsOf(test, one));

    private bool IsOf(RuleTest test, Failure failure) => test.Rule == RuleTest.NotTestable
        ? failure.Rule is { } rule && Applicability.WhyNot(RuleCatalog.Get(rule), ProfileOf(test)) is not null
        : Same(failure.Rule ?? RuleTest.NoRule, test.Rule);

    private string NotTestable(Profile profile) => string.Join(
        '\n',
        Discovery.Wanted(options.Value)
            .Select(rule => (rule.Id, Why: Applicability.WhyNot(rule, profile)))
            .Where(rule => rule.Why is not null)
            .Select(rule => $"{rule.Id}: {rule.Why}")
            .Prepend("A black box cannot see these, or they do not apply:"));

    private static bool Same(string rule, string other) =>
        string.Equals(rule, other, StringComparison.OrdinalIgnoreCase);

    private Profile ProfileOf(RuleTest test) =>
        options.Value.Profiles.FirstOrDefault(one => one.Name == test.Profile) ?? throw Changed(test.Profile);

    private static ServerFaultException Changed(string missing) => new(
        ServerFault.CouldNotStart,
        $"Options contained {missing} when tests were discovered, and no longer do. Return the same Options each "
            + "time.");

    private ProfileResult Profile(RuleTest test) => Results(test).Profiles.Single();

    private RunResults Results(RuleTest test) =>
        results.GetOrAdd(test.Profile, _ => new(() => Run(ProfileOf(test)))).Value;

    private static RuleJudgement OfTheImplementation(ProfileResult profile) =>
        profile.Failures.FirstOrDefault(one => one.Rule is null) is { } once
            ? new(FailureMessage: $"inconclusive: {Recurrence.Sentence(once)} {once.Observed}")
            : RuleJudgement.Kept;

    private static RuleJudgement Of(RuleResult rule) => rule.Verdict switch
    {
        Verdict.Pass => RuleJudgement.Kept,
        Verdict.NotClaimed or Verdict.NotApplicable or Verdict.NotTestable => new(Skipped: rule.Reason),
        _ => new(FailureMessage: $"{Words.Of(rule.Verdict)}: {rule.Reason}"),
    };

    private RunResults Run(Profile profile) =>
        ConformanceSuite.Run(Make, options.Value with
        {
            Profiles = [profile],
            Source = Source(),
            KnownFailures = known.Value.IsEmpty ? null : known.Value,
        });

    private IPartitionableServer Make()
    {
        try
        {
            return subject.CreateServer() ?? throw new ServerFaultException(
                ServerFault.CouldNotStart, "CreateServer returned null; return a new server each time.");
        }
        catch (Exception exception) when (exception is not (ServerFaultException or OutOfMemoryException))
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"CreateServer threw {Thrown.By(exception)} It is called several times, once for each thread and more; "
                    + "let it return a new server each time, and see what it misses here.",
                innerException: exception);
        }
    }

    // So that the tool finds what the tests have judged; one that needs to be told something cannot be found.
    private string Source()
    {
        using var server = Make();
        var type = server.GetType();
        return type.IsVisible && type.GetConstructor([]) is not null && type.Assembly.Location.Length > 0
            ? $"assembly:{type.Assembly.Location}#{type.FullName}"
            : options.Value.Source;
    }
}
