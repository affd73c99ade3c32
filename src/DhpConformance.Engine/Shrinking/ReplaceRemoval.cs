using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Shrinking;

/// <summary>
/// Leaves out a hot replace. Its target and its spare change places in what follows: the spare would have served.
/// </summary>
internal static class ReplaceRemoval
{
    /// <summary>A candidate for each replace, the last one first.</summary>
    public static IEnumerable<TestCase> Candidates(TestCase testCase)
    {
        for (var place = testCase.Operations.Length - 1; place >= 0; place--)
        {
            if (testCase.Operations[place] is HotReplace replace)
            {
                yield return testCase with
                {
                    Operations =
                    [
                        .. testCase.Operations[..place],
                        .. testCase.Operations[(place + 1)..].Select(later => Swapped(later, replace)),
                    ],
                };
            }
        }
    }

    private static Operation Swapped(Operation operation, HotReplace left) => operation switch
    {
        AssignUnit one => one with { Unit = Swapped(one.Unit, left) },
        ReleaseUnit one => one with { Unit = Swapped(one.Unit, left) },
        SwitchUnitPower one => one with { Unit = Swapped(one.Unit, left) },
        HotAdd one => one with { Unit = Swapped(one.Unit, left) },
        HotRemove one => one with { Unit = Swapped(one.Unit, left) },
        HotReplace one => one with { Target = Swapped(one.Target, left), Spare = Swapped(one.Spare, left) },
        InjectStartFailure one => one with { Unit = Swapped(one.Unit, left) },
        _ => operation,
    };

    private static UnitId Swapped(UnitId unit, HotReplace left) =>
        unit == left.Target ? left.Spare : unit == left.Spare ? left.Target : unit;
}
