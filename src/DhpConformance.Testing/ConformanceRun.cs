using System.Collections.Concurrent;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;

namespace DhpConformance.Testing;

/// <summary>
/// The runs behind the tests of one class: one for each profile, made when the first test of the profile asks.
/// </summary>
/// <param name="subject">Whom to judge, and how.</param>
/// <param name="folder">Where the replay files of failures go.</param>
public sealed class ConformanceRun(IConformanceSubject subject, string folder)
{
    private readonly ConcurrentDictionary<string, Lazy<RunResults>> results = new(StringComparer.Ordinal);

    /// <summary>The runs of a test class, with a folder of its own beside the tests.</summary>
    public static ConformanceRun Of(IConformanceSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(subject, Path.Combine(AppContext.BaseDirectory, "conformance", subject.GetType().Name));
    }

    /// <summary>What became of a test.</summary>
    /// <exception cref="ServerFaultException">No server could be made, so that nothing could be judged.</exception>
    public RuleJudgement Judge(RuleTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var known = subject.KnownFailures.All.FirstOrDefault(one => one.Rule == test.Rule);
        return FailureOf(test) is { } failure
            ? known is null
                ? new(Complaint: new Complaint(subject.CreateServer, folder, Results(test), Profile(test)).Of(failure))
                : new(Skipped: $"Known failure: {known.Reason} ({known.Link})")
            : known is not null && IsKept(test) && !FailsAnywhere(known.Rule)
                ? new(Complaint: $"{known.Rule} is a known failure, and does not fail any more; take it off the list.")
            : test.Rule == RuleTest.NoRule ? OfTheImplementation(Profile(test))
            : Of(Profile(test).Rules.Single(rule => rule.Rule == test.Rule));
    }

    private bool FailsAnywhere(string rule) =>
        subject.Options.Profiles.Any(profile => FailureOf(new RuleTest(rule, profile.Name)) is not null);

    private bool IsKept(RuleTest test) =>
        Profile(test).Rules.Any(rule => rule.Rule == test.Rule && rule.Verdict == Verdict.Pass);

    private Failure? FailureOf(RuleTest test) => Profile(test).Failures
        .FirstOrDefault(one => (one.Rule ?? RuleTest.NoRule) == test.Rule && !one.OneOff);

    private ProfileResult Profile(RuleTest test) => Results(test).Profiles.Single();

    private RunResults Results(RuleTest test) =>
        results.GetOrAdd(test.Profile, name => new(() => Run(name))).Value;

    private static RuleJudgement OfTheImplementation(ProfileResult profile) =>
        profile.Failures.FirstOrDefault(one => one.Rule is null) is { } once
            ? new(Complaint: $"inconclusive: {Recurrence.Sentence(once)} {once.Observed}")
            : RuleJudgement.Kept;

    private static RuleJudgement Of(RuleResult rule) => rule.Verdict switch
    {
        Verdict.Pass => RuleJudgement.Kept,
        Verdict.NotClaimed or Verdict.NotTestable => new(Skipped: rule.Reason),
        _ => new(Complaint: $"{Words.Of(rule.Verdict)}: {rule.Reason}"),
    };

    private RunResults Run(string profile) => ConformanceSuite.Run(subject.CreateServer, subject.Options with
    {
        Profiles = [subject.Options.Profiles.Single(one => one.Name == profile)],
        Source = Source(),
    });

    // So that the tool finds what the tests have judged; one that needs to be told something cannot be found.
    private string Source()
    {
        using var server = subject.CreateServer();
        var type = server.GetType();
        return type.IsVisible && type.GetConstructor([]) is not null && type.Assembly.Location.Length > 0
            ? $"assembly:{type.Assembly.Location}#{type.FullName}"
            : subject.Options.Source;
    }
}
