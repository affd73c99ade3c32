using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.KnownFailures;

/// <summary>
/// The rules that an implementation is known to break. They do not turn a run red; nobody calls it conformant for that.
/// One that passes is out of date, and an error.
/// </summary>
/// <param name="All">In the order of the file, each rule once.</param>
public sealed record KnownFailureList(ImmutableArray<KnownFailure> All)
{
    /// <summary>No known failure.</summary>
    public static KnownFailureList None { get; } = new([]);

    /// <summary>Reads a list of known failures; <c>specs/results.md</c> describes the format.</summary>
    /// <param name="json">The content of the file.</param>
    /// <exception cref="UnusableFileException">
    /// It cannot be used; the message says why and what to do.
    /// </exception>
    public static KnownFailureList Parse(string json)
    {
        using var document = StrictObject.Document(json);
        var root = new StrictObject(document.RootElement, "the list of known failures", "knownFailures");
        ImmutableArray<KnownFailure> all = [.. root.List("knownFailures").Select(Read)];
        return all.GroupBy(known => known.Rule).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new UnusableFileException($"{twice.Key} is listed twice; list it once.")
            : new(all);
    }

    /// <summary>Those that fail in these results, as they are known to.</summary>
    public IEnumerable<KnownFailure> Failing(RunResults results) =>
        All.Where(known => results.Profiles.Any(known.IsMetIn));

    /// <summary>Those whose rule fails otherwise than is known, with the profiles where it does.</summary>
    public IEnumerable<(KnownFailure Known, ProfileResult Profile)> FailingOtherwise(RunResults results) =>
        from known in All
        from profile in results.Profiles
        where known.Others(profile).Any()
        select (known, profile);

    /// <summary>Those that do not fail and were not put to the test often enough, or not at all.</summary>
    public IEnumerable<KnownFailure> Undecided(RunResults results) =>
        All.Where(known => Verdicts(results, known) is var verdicts
            && verdicts.Overlaps([Verdict.Inconclusive, Verdict.Error]) && !verdicts.Contains(Verdict.Fail));

    /// <summary>
    /// Those that do not fail any more: they were judged in a whole run, and pass wherever they were. What a shard has
    /// not met may be in another one, and what no profile has is neither kept nor broken.
    /// </summary>
    public IEnumerable<KnownFailure> OutOfDate(RunResults results) =>
        from known in All
        let verdicts = Verdicts(results, known)
        where results.Settings.Shard is null && IsWhole(results)
            && verdicts.Contains(Verdict.Pass)
            && !verdicts.Overlaps([Verdict.Fail, Verdict.Inconclusive, Verdict.Error])
        select known;

    /// <summary>Those that nothing can be said of: no profile of the run has the rule, or it is not claimed.</summary>
    public IEnumerable<KnownFailure> NotJudged(RunResults results) =>
        All.Where(known => Verdicts(results, known) is { Count: > 0 } verdicts
            && !verdicts.Any(verdict => verdict.IsJudged()));

    /// <summary>
    /// The worst verdict there is besides what is known. A shard cannot put every rule to the test often enough, so
    /// that only what it has found counts: what was not, the merged run decides.
    /// </summary>
    /// <param name="results">The results.</param>
    /// <param name="least">Rules that bind less firmly than this do not count.</param>
    public Verdict Worst(RunResults results, Level least = Level.May)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results.Profiles
            .Select(profile => RuleVerdicts.Worst(
                profile.Rules.Where(rule => RuleCatalog.Get(rule.Rule).Level <= least
                    && !IsKnown(profile, rule) && !IsBehind(profile, rule)
                    && !IsLeftToTheMerge(results, profile, rule)),
                profile.Failures,
                complete: profile.Stopped is null))
            .Append(results.Footer.Complete ? Verdict.Pass : Verdict.Inconclusive)
            .Worst();
    }

    private bool IsKnown(ProfileResult profile, RuleResult rule) =>
        All.Any(known => known.Rule == rule.Rule && !known.Others(profile).Any());

    /// <summary>The rules that could not be judged in a profile because of what is known to be broken there.</summary>
    public IEnumerable<string> Behind(ProfileResult profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Rules.Where(rule => IsBehind(profile, rule)).Select(rule => rule.Rule);
    }

    private bool IsBehind(ProfileResult profile, RuleResult rule) =>
        rule.IsBehindKnownFailure && All.Any(known => known.IsMetIn(profile));

    private static bool IsWhole(RunResults results) =>
        results.Footer.Complete && results.Profiles.All(profile => profile.Stopped is null);

    private static bool IsLeftToTheMerge(RunResults results, ProfileResult profile, RuleResult rule) =>
        results.Settings.Shard is not null && rule.Verdict == Verdict.Inconclusive
        && profile.Failures.All(failure => failure.Rule != rule.Rule);

    private static HashSet<Verdict> Verdicts(RunResults results, KnownFailure known) =>
    [
        .. results.Profiles.SelectMany(profile => profile.Rules)
            .Where(rule => rule.Rule == known.Rule)
            .Select(rule => rule.Verdict),
    ];

    private static KnownFailure Read(JsonElement element)
    {
        var known = new StrictObject(element, "a known failure", ["rule", "reason", "link"], ["observed", "cause"]);
        var rule = RuleCatalog.Find(known.Text("rule")) ?? throw new UnusableFileException(
            $"there is no rule {known.Text("rule")}; `dhp rules` lists them all.");
        return Uri.TryCreate(known.Text("link"), UriKind.Absolute, out _)
            ? new(rule.Id, known.Text("reason"), known.Text("link"))
            {
                Observed = known.TextsOrNull("observed"),
                Causes = known.TextsOrNull("cause"),
            }
            : throw new UnusableFileException(
                $"\"link\" of {rule.Id} is \"{known.Text("link")}\", which is not a URL; name the page on which its "
                + "repair is tracked: https://example.org/issues/7.");
    }
}
