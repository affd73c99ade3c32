using System.Collections.Immutable;
using System.Reflection;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;

namespace DhpConformance.Testing;

/// <summary>
/// The tests of a class, found before there is a server. A class that could not judge anything has none, and a problem
/// instead, which a test framework has to tell as a test that fails: a class without tests would pass.
/// </summary>
/// <param name="Tests">Empty if there is a problem.</param>
/// <param name="Problem">What is wrong with the class, and what to do; null if nothing is.</param>
public sealed record Discovery(ImmutableArray<RuleTest> Tests, string? Problem)
{
    /// <summary>Looks at a class that implements <see cref="IConformanceSubject"/>.</summary>
    public static Discovery Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Asked(type, () => Made(type), "constructor", out var problem) is { } subject
            && Asked(type, () => subject.Options, nameof(subject.Options), out problem) is { } options
            && Asked(type, () => subject.KnownFailures, nameof(subject.KnownFailures), out problem) is { } known
            && (problem = SubjectError.In(options) ?? SubjectError.In(known)) is null
            ? new([.. All(options)], Problem: null)
            : new([], $"Nothing can be judged by {type.Name}. {problem}");
    }

    /// <summary>The rules that are to be judged, testable or not.</summary>
    internal static IEnumerable<Rule> Wanted(SuiteOptions options) => RuleCatalog.All.Where(
        rule => options.Rules.IsDefaultOrEmpty || options.Rules.Contains(rule.Id, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<RuleTest> All(SuiteOptions options)
    {
        foreach (var profile in options.Profiles)
        {
            var rules = Wanted(options).ToLookup(rule => Applicability.WhyNot(rule, profile) is null, rule => rule.Id);
            foreach (var rule in rules[true].Concat(rules[false].Take(1).Select(_ => RuleTest.NotTestable)))
            {
                yield return new(rule, profile.Name);
            }

            yield return new(RuleTest.NoRule, profile.Name);
        }
    }

    private static IConformanceSubject? Made(Type type) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public, []) is { } constructor
            ? (IConformanceSubject)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, null, null)
            : null;

    private static T? Asked<T>(Type type, Func<T?> ask, string member, out string? problem)
        where T : class
    {
        problem = null;
        try
        {
            var answer = ask();
            problem = answer is not null ? null
                : typeof(T) == typeof(IConformanceSubject)
                    ? "It needs a public constructor without parameters, since it is asked for its tests before there "
                        + "is anything to give it; leave fixtures and output to other classes."
                : $"{member} is null; leave the override out, or return base.{member} with what you change.";
            return answer;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            problem = $"Its {member} threw {Thrown.By(exception)} It is asked when tests are discovered, before there "
                + "is a server, and from any folder. Move code that can fail to CreateServer, and read files from the "
                + "folder of the assembly.";
            return null;
        }
    }
}
