using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Testing;

/// <summary>The duties of a driver or an application, as one test.</summary>
public static class ConsumerDuties
{
    /// <summary>Judges a consumer, and throws if it breaks a duty.</summary>
    /// <param name="create">Makes a fresh consumer; called for each case.</param>
    /// <param name="options">What to put it through.</param>
    /// <returns>What became of each rule.</returns>
    /// <exception cref="RuleNotKeptException">
    /// A duty is broken, or the consumer broke the contract. The message has the shortest sequence for each.
    /// </exception>
    public static ConsumerResults Keep(Func<IConsumerUnderTest> create, ConsumerSuiteOptions options)
    {
        var results = ConsumerSuite.Run(create, options);
        return results.Verdict is Verdict.Fail or Verdict.Error
            ? throw new RuleNotKeptException(
                string.Join('\n', results.Failures.SelectMany(Lines).Append(results.Headline)))
            : results;
    }

    private static IEnumerable<string> Lines(ConsumerFailure failure)
    {
        var rule = ConsumerRuleCatalog.Find(failure.Rule ?? "");
        yield return rule is null
            ? "The consumer broke the contract, which says nothing about any rule."
            : $"{rule.Id} ({Words.Of(rule.Level)}) is broken: {rule.Statement}";
        yield return "";
        foreach (var line in StepText.Lines(failure.Machine, failure.Steps))
        {
            yield return "  " + line;
        }

        yield return "";
        yield return $"  expected  {failure.Expected}";
        yield return $"  observed  {failure.Observed}";
        yield return "";
    }
}
