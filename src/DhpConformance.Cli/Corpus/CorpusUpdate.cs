using System.Collections.Immutable;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using Spectre.Console;

namespace DhpConformance.Cli.Corpus;

/// <summary>What a run says of its corpus, and what it leaves in it.</summary>
/// <param name="environment">Where it is told.</param>
/// <param name="corpus">The corpus.</param>
/// <param name="results">What the run found.</param>
internal sealed class CorpusUpdate(ToolEnvironment environment, CorpusFolder corpus, RunResults results)
{
    // A fault that shows in many ways would fill the folder; these are enough to notice that it is back.
    private const int MostForARule = 5;

    private readonly PassCounts passes = corpus.Passes;
    private readonly RareCorpus rare = new(corpus, results);
    private readonly ImmutableArray<RememberedResult> failed =
        [.. results.Remembered.Where(one => !one.Case.IsRare)];

    /// <summary>Says how the cases of earlier runs fared.</summary>
    /// <param name="isQuiet">Whether it is said only if one of them fails.</param>
    public void Tell(bool isQuiet)
    {
        Tell(failed, "case", isQuiet, _ => true);
        Tell(
            [.. results.Remembered.Where(one => one.Case.IsRare)],
            "rare case",
            isQuiet,
            one => one.Status != RememberedStatus.Passes);
    }

    /// <summary>Keeps what failed, and drops what has passed often enough; false if it could not.</summary>
    /// <param name="isQuiet">Whether it is not said what is kept.</param>
    public bool Write(bool isQuiet)
    {
        try
        {
            CountPasses();
            rare.Drop();
            Keep(isQuiet);
            return true;
        }
        catch (BadInputException problem)
        {
            environment.Error.WriteLine(problem.Message);
            return false;
        }
    }

    private void Tell(
        ImmutableArray<RememberedResult> cases, string what, bool isQuiet, Func<RememberedResult, bool> isListed)
    {
        var failing = cases.Count(one => one.Status == RememberedStatus.Fails);
        if (cases.IsEmpty || (isQuiet && failing == 0))
        {
            return;
        }

        environment.Console.Line(
            $"{Count.Of(cases.Length, what)} of {corpus.Name} run first: "
            + $"{cases.Count(one => one.Status == RememberedStatus.Passes)} pass, {failing} fail"
            + (cases.Count(one => one.Status == RememberedStatus.Skipped) is > 0 and var left
                ? $", {left} left out"
                : ""),
            failing > 0 ? Color.Red : Color.Green);
        foreach (var one in cases.Where(isListed))
        {
            environment.Console.Line("  " + Sentence(one));
        }
    }

    private string Sentence(RememberedResult result)
    {
        var (rule, place) = (result.Case.Rule ?? "an error", result.Case.Profile.Name);
        return result.Status switch
        {
            RememberedStatus.Skipped => $"left out: {rule} in {place}. {result.Why}",
            RememberedStatus.Fails when result.Case.IsRare => $"fails {result.Rule ?? "with an error"} in {place}",
            RememberedStatus.Fails when result.Rule == result.Case.Rule => $"still fails: {rule} in {place}",
            RememberedStatus.Fails => $"fails {result.Rule ?? "with an error"} now, and not {rule}, in {place}",
            _ when passes.Of(result.Case.Name) + 1 >= PassCounts.Enough =>
                $"passes: {rule} in {place}, the {PassCounts.Enough}th time in a row; it is dropped",
            _ => $"passes: {rule} in {place}, {passes.Of(result.Case.Name) + 1} of {PassCounts.Enough} times",
        };
    }

    private void CountPasses()
    {
        foreach (var result in failed)
        {
            var name = result.Case.Name;
            if (result.Status == RememberedStatus.Fails)
            {
                passes.Forget(name);
            }
            else if (result.Status == RememberedStatus.Passes && passes.Passed(name) >= PassCounts.Enough)
            {
                corpus.Drop(name);
                passes.Forget(name);
            }
        }

        if (failed.Any(one => one.Status != RememberedStatus.Skipped))
        {
            corpus.Write(PassCounts.FileName, passes.Text());
        }
    }

    private void Keep(bool isQuiet)
    {
        var names = corpus.Names().ToHashSet();
        var kept = 0;
        var keptRare = rare.Keep(names);
        foreach (var profile in results.Profiles)
        {
            foreach (var failure in profile.Failures)
            {
                var prefix = $"{failure.Rule ?? "ERROR"}-{profile.Profile.Name}-";
                var content = Content(profile, failure);
                var name = prefix + CorpusFolder.Hash(content);
                if (!names.Contains(name)
                    && names.Count(one => one.StartsWith(prefix, StringComparison.Ordinal)) < MostForARule)
                {
                    corpus.Keep(name, content);
                    names.Add(name);
                    kept++;
                }
            }
        }

        if (kept + keptRare > 0 && !isQuiet)
        {
            string[] said =
            [
                .. kept > 0 ? [Count.Of(kept, "case")] : Array.Empty<string>(),
                .. keptRare > 0 ? [Count.Of(keptRare, "rare case")] : Array.Empty<string>(),
            ];
            environment.Console.Line($"Kept for the next run: {string.Join(" and ", said)} in {corpus.Name}");
        }
    }

    // Requests alone: what was answered is in the replay file of the report.
    private string Content(ProfileResult profile, Failure failure) => ReplayWriter.Text(ReplayRecorder.Record(
        () => throw new InvalidOperationException("Nothing is executed."),
        results,
        profile,
        failure,
        new CancellationToken(canceled: true)));
}
