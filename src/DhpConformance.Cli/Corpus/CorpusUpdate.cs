using System.Security.Cryptography;
using System.Text;
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

    /// <summary>Says how the cases of earlier runs fared.</summary>
    /// <param name="isQuiet">Whether it is said only if one of them fails.</param>
    public void Tell(bool isQuiet)
    {
        var failing = results.Remembered.Count(one => one.Status == RememberedStatus.Fails);
        if (results.Remembered.IsEmpty || (isQuiet && failing == 0))
        {
            return;
        }

        environment.Console.Line(
            $"{Count.Of(results.Remembered.Length, "case")} of {corpus.Name} run first: "
            + $"{results.Remembered.Count(one => one.Status == RememberedStatus.Passes)} pass, {failing} fail"
            + (results.Remembered.Count(one => one.Status == RememberedStatus.Skipped) is > 0 and var left
                ? $", {left} left out"
                : ""),
            failing > 0 ? Color.Red : Color.Green);
        foreach (var one in results.Remembered)
        {
            environment.Console.Line("  " + Sentence(one));
        }
    }

    /// <summary>Keeps what failed, and drops what has passed often enough; false if it could not.</summary>
    /// <param name="isQuiet">Whether it is not said what is kept.</param>
    public bool Write(bool isQuiet)
    {
        try
        {
            CountPasses();
            Keep(isQuiet);
            return true;
        }
        catch (BadInputException problem)
        {
            environment.Error.WriteLine(problem.Message);
            return false;
        }
    }

    private string Sentence(RememberedResult result)
    {
        var (rule, place) = (result.Case.Rule ?? "an error", result.Case.Profile.Name);
        return result.Status switch
        {
            RememberedStatus.Skipped => $"left out: {rule} in {place}. {result.Why}",
            RememberedStatus.Fails when result.Rule == result.Case.Rule => $"still fails: {rule} in {place}",
            RememberedStatus.Fails => $"fails {result.Rule ?? "with an error"} now, and not {rule}, in {place}",
            _ when passes.Of(result.Case.Name) + 1 >= PassCounts.Enough =>
                $"passes: {rule} in {place}, the {PassCounts.Enough}th time in a row; it is dropped",
            _ => $"passes: {rule} in {place}, {passes.Of(result.Case.Name) + 1} of {PassCounts.Enough} times",
        };
    }

    private void CountPasses()
    {
        foreach (var result in results.Remembered)
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

        if (results.Remembered.Any(one => one.Status != RememberedStatus.Skipped))
        {
            corpus.Write(PassCounts.FileName, passes.Text());
        }
    }

    private void Keep(bool isQuiet)
    {
        var names = corpus.Names().ToHashSet();
        var kept = 0;
        foreach (var profile in results.Profiles)
        {
            foreach (var failure in profile.Failures)
            {
                var prefix = $"{failure.Rule ?? "ERROR"}-{profile.Profile.Name}-";
                var content = Content(profile, failure);
                var name = prefix + Hash(content);
                if (!names.Contains(name)
                    && names.Count(one => one.StartsWith(prefix, StringComparison.Ordinal)) < MostForARule)
                {
                    corpus.Keep(name, content);
                    names.Add(name);
                    kept++;
                }
            }
        }

        if (kept > 0 && !isQuiet)
        {
            environment.Console.Line($"Kept for the next run: {Count.Of(kept, "case")} in {corpus.Name}");
        }
    }

    // Requests alone: what was answered is in the replay file of the report.
    private string Content(ProfileResult profile, Failure failure) => ReplayWriter.Text(ReplayRecorder.Record(
        () => throw new InvalidOperationException("Nothing is executed."),
        results,
        profile,
        failure,
        new CancellationToken(canceled: true)));

    // The same case has the same name, whichever run found it, and whoever made it.
    private static string Hash(string content)
    {
        var requests = content[(content.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requests)))[..8];
    }
}
