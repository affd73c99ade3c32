using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;

namespace DhpConformance.Reporting.Coverage;

/// <summary>
/// Which cells the rules of a run need. A rule that any operation puts to the test, such as the law of refusals, needs
/// none in particular; nor does a rule that was not judged.
/// </summary>
internal sealed class CoverageNeeds
{
    private readonly ImmutableArray<Precondition> wanted;

    public CoverageNeeds(RunResults results)
    {
        var judged = results.Profiles
            .SelectMany(profile => profile.Rules)
            .Where(rule => rule.Verdict.IsJudged())
            .Select(rule => rule.Rule)
            .ToHashSet();
        wanted =
        [
            .. RuleCatalog.All
                .Where(rule => rule.Reached is not null && judged.Contains(rule.Id) && !IsAboutEverything(rule.Reached))
                .Select(rule => rule.Reached!),
        ];
        Profiles = [.. results.Profiles.Select(profile => profile.Profile)];
    }

    private ImmutableArray<Profile> Profiles { get; }

    public bool Include(OperationKind operation, UnitKind? kind, RequiredAnswer answer) =>
        CanBe(operation, kind, answer)
        && Situations(operation, kind, answer).Any(situation => wanted.Any(precondition => precondition(situation)));

    // Whether a hot operation can be granted, or refused as not supported, is for the profiles to say.
    private bool CanBe(OperationKind operation, UnitKind? kind, RequiredAnswer answer)
    {
        if (NamesUnit(operation) != kind.HasValue && answer.OnlyReason != RefusalReason.NotPresent)
        {
            return false;
        }

        // Only a processor has parts that can fail to start on their own.
        if (answer == RequiredAnswer.PartlyGranted && kind != UnitKind.Processor)
        {
            return false;
        }

        if (kind is not { } one || Hot(operation) is not { } hot)
        {
            return true;
        }

        return answer.OnlyReason == RefusalReason.NotSupported
            ? Profiles.Any(profile => !profile.Supports(hot, one))
            : Profiles.Any(profile => profile.Supports(hot, one));
    }

    private static bool IsAboutEverything(Precondition precondition) =>
        Enum.GetValues<OperationKind>().All(operation => Enumerable.Range(0, RequiredAnswer.Count).Any(answer =>
            Situations(operation, UnitKind.Processor, RequiredAnswer.At(answer)).Any(one => precondition(one))));

    private static IEnumerable<Situation> Situations(OperationKind operation, UnitKind? kind, RequiredAnswer answer) =>
        Enumerable.Range(0, 8).Select(flags => new Situation(
            operation, kind, answer, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0));

    private static bool NamesUnit(OperationKind operation) => operation is OperationKind.AssignUnit
        or OperationKind.ReleaseUnit or OperationKind.SwitchUnitPower or OperationKind.InjectStartFailure
        || Hot(operation) is not null;

    private static HotOperation? Hot(OperationKind operation) => operation switch
    {
        OperationKind.HotAdd => HotOperation.Add,
        OperationKind.HotReplace => HotOperation.Replace,
        OperationKind.HotRemove => HotOperation.Remove,
        _ => null,
    };
}
