using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Engine.Generation;

/// <summary>A run of the usual length comes to each answer again and again, in one case and without a reset.</summary>
public sealed class RepetitionTests
{
    private const int Often = 15;

    private static readonly ImplementationDescription Anything = new("anything", "1", Claims.All);

    public static TheoryData<string> Profiles => [.. ProfileCatalog.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Each_answer_of_the_plan_comes_often_enough(string name) => Assert.Empty(Rare(name, _ => true));

    // The same operations without those that lead back to the answer.
    [Fact]
    public void Without_the_cases_of_repetitions_it_does_not() =>
        Assert.NotEmpty(Rare("windows-server-2008-x64", shape => shape != CaseShape.Repetitions));

    [Theory]
    [MemberData(nameof(Profiles))]
    public void What_the_operating_system_rules_out_is_not_looked_for(string name)
    {
        var profile = ProfileCatalog.Find(name)!;
        var vetoes = Plan(profile).Count(one => one.Outcome.Failure == FailureReason.Vetoed);
        var adds = profile.Supports(HotOperation.Add, UnitKind.Processor) ? 2 : 1;
        Assert.Equal(profile.Promises(Behaviour.SynchronousNotification) ? adds : 0, vetoes);
        var replaces = Plan(profile).Where(one => one.Outcome.Failure == FailureReason.QuiesceFailed);
        Assert.Equal(profile.Capabilities.Any(cell => cell.Operation == HotOperation.Replace), replaces.Any());
    }

    private static IEnumerable<string> Rare(string name, Func<CaseShape, bool> isCounted)
    {
        var profile = ProfileCatalog.Find(name)!;
        var plan = Plan(profile).ToList();
        var most = plan.ToDictionary(one => one, _ => 0);
        foreach (var drawn in Cases(profile).Where(drawn => isCounted(drawn.Shape)))
        {
            foreach (var (one, times) in Count(profile, drawn, plan))
            {
                most[one] = Math.Max(most[one], times);
            }
        }

        return most.Where(one => one.Value < Often).Select(one => $"{one.Key}: {one.Value} times");
    }

    private static IEnumerable<RepeatedOutcome> Plan(Profile profile) => Enumerable.Range(0, 100)
        .SelectMany(place => RepetitionPlan.Of(place, profile, Anything.Claims))
        .Distinct();

    private static IEnumerable<GeneratedCase> Cases(Profile profile)
    {
        var cases = new CaseSource(profile, Anything, seed: 1);
        var count = new SuiteOptions { Profiles = [profile] }.Cases;
        return Enumerable.Range(0, (count + CaseGenerator.Batch - 1) / CaseGenerator.Batch)
            .SelectMany(cases.Batch)
            .Where(drawn => drawn.Number < count && drawn.Shape != CaseShape.Small);
    }

    private static Dictionary<RepeatedOutcome, int> Count(
        Profile profile, GeneratedCase drawn, List<RepeatedOutcome> plan)
    {
        var options = new SuiteOptions { Profiles = [profile] };
        var source = new CaseSource(profile, Anything, seed: 1).OperationsOf(drawn, options.Length);
        var state = ServerState.Initial(new Inventory(drawn.Setup, Anything.Claims));
        var times = new Dictionary<RepeatedOutcome, int>();
        while (source.Next(state) is { } operation)
        {
            var decision = Transition.Decide(state, operation);
            foreach (var one in plan)
            {
                if (one.Operation == decision.Operation && one.IsRequiredBy(decision))
                {
                    times[one] = times.GetValueOrDefault(one) + 1;
                }
            }

            state = decision.After(
                decision.Or is { } or && decision.Failure is null ? Outcome.Failed(or.Failure)
                : decision.IsRefusal ? Outcome.Refused(decision.Refusals.Reasons.First())
                : decision.Endings[0]);
        }

        return times;
    }
}
