using System.Numerics;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Scopes;

/// <summary>
/// How many states a scope has at most, without exploring it: identical units are counted together, and everything
/// else as if it could be combined freely. That is a few times too many, and takes no time.
/// </summary>
public static class ScopeEstimate
{
    /// <summary>The estimate; the scope has no more states than that.</summary>
    public static BigInteger States(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var inventory = new Inventory(scope.Setup, Claims.All);
        var units = Enumerable.Range(0, inventory.UnitCount)
            .GroupBy(unit => Enumerable.Range(0, unit + 1).First(other => inventory.AreIdentical(other, unit)))
            .Aggregate(BigInteger.One, (product, alike) =>
                product * Multisets(alike.Count(), StatesOfUnit(scope, inventory, alike.Key, alike.Count())));
        return units * StatesOfPartitions(scope) * (Asks<InjectServiceProcessorOutage>(scope) ? 2 : 1);
    }

    private static int StatesOfUnit(Scope scope, Inventory inventory, int unit, int alike)
    {
        var partitions = Enumerable.Range(0, inventory.PartitionCount).ToList();
        var kind = inventory.Kind(unit);
        var canFail = Asks<InjectStartFailure>(scope);

        // A unit that was replaced may be left on or off; one that is held is on.
        var canBeOpen = alike > 1 && Asks<HotReplace>(scope) && CanBe(HotOperation.Replace);
        var switches = 1 + (Asks<SwitchUnitPower>(scope) ? 1 : 0) + (canBeOpen ? 1 : 0);
        var canPark = canFail && Asks<HotAdd>(scope) && inventory.Components(unit) > 1 && CanBe(HotOperation.Add);
        return (switches + (partitions.Count * (canPark ? 2 : 1))) * (canFail ? 2 : 1);

        bool CanBe(HotOperation operation) =>
            partitions.Exists(partition => inventory.Supports(partition, operation, kind));
    }

    // Without power none of them runs or has crashed.
    private static BigInteger StatesOfPartitions(Scope scope) =>
        BigInteger.Pow(Asks<InjectPartitionError>(scope) ? 3 : 2, scope.Setup.Partitions.Length)
        + (Asks<PowerOffServer>(scope) ? 1 : 0);

    private static bool Asks<T>(Scope scope) => scope.Requests.Any(request => request is T);

    // In how many ways so many things that look alike can be in so many states.
    private static BigInteger Multisets(int things, int states)
    {
        var ways = BigInteger.One;
        for (var i = 1; i <= things; i++)
        {
            ways = ways * (states + i - 1) / i;
        }

        return ways;
    }
}
