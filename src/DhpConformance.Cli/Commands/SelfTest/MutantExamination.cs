using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>Runs the suite against mutants, and says what they were caught by.</summary>
internal static class MutantExamination
{
    // Nearly every mutant is caught in the first round; a round that were long enough for the rarest would take an
    // hour for all of them.
    private static readonly int[] Rounds = [1, MoreCases, MoreCases * MoreCases];

    /// <summary>How many times as many cases the next round has.</summary>
    public const int MoreCases = 5;

    /// <summary>Examines mutants, several at a time; which thread takes which makes no difference.</summary>
    public static ImmutableArray<MutantResult> ExamineAll(
        ImmutableArray<Mutant> mutants,
        SuiteOptions options,
        int threads,
        Action done,
        CancellationToken cancellation) =>
    [
        .. mutants
            .AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(cancellation)
            .Select(mutant =>
            {
                var result = Examine(mutant, options);
                done();
                return result;
            }),
    ];

    /// <summary>Examines one mutant, with more cases until it is caught under its own rule.</summary>
    public static MutantResult Examine(Mutant mutant, SuiteOptions options)
    {
        var result = new MutantResult(mutant, [], Length: null, Shortest: null);
        foreach (var times in Rounds)
        {
            result = ExamineOnce(mutant, options with { Cases = options.Cases * times });
            if (result.Own is not null)
            {
                break;
            }
        }

        return result;
    }

    private static MutantResult ExamineOnce(Mutant mutant, SuiteOptions options)
    {
        // Most of what is found is only counted; a single failure is worth being made small.
        var run = ConformanceSuite.Run(mutant.Create, options with { Shrink = false });
        var catches =
            from profile in run.Profiles
            from failure in profile.Failures
            select new Catch(failure.Rule, profile.Profile.Name, failure.Case + 1);
        var result = new MutantResult(mutant, [.. catches.OrderBy(one => one.Cases)], Length: null, Shortest: null);
        if (result.Own is not { } own)
        {
            return result;
        }

        var (judged, smallest) = Smallest(mutant, options, own);
        return result with
        {
            Length = smallest.Operations.Length,
            Shortest = TrueMinimum.Of(mutant, judged, smallest),
        };
    }

    private static (Profile Profile, Failure Smallest) Smallest(Mutant mutant, SuiteOptions options, Catch own)
    {
        var run = ConformanceSuite.Run(mutant.Create, options with
        {
            Profiles = [.. options.Profiles.Where(profile => profile.Name == own.Profile)],
            Cases = own.Cases,
            Rules = [mutant.RuleId],
        });
        var result = run.Profiles.Single();
        return (result.Profile, result.Failures.First(failure => failure.Rule == mutant.RuleId));
    }
}
