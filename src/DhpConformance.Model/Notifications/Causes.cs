using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// What an operation causes to be told, written into the accounts before anything told in it is heard.
/// </summary>
internal static class Causes
{
    public static void Open(Scene scene)
    {
        var granted = scene.Episode?.Outcome.Kind != OutcomeKind.Failed;
        switch (scene.CarriedOut)
        {
            case OperationKind.RegisterDriver or OperationKind.RegisterApplication:
                scene.Accounts.Add(Registered.Account(scene));
                break;
            case OperationKind.SubmitIo:
                Submit(scene, (SubmitIo)scene.Episode!.Operation);
                break;
            case OperationKind.HotAdd when granted:
                Add(scene);
                break;
            case OperationKind.HotAdd:
                var failed = scene.Episode!.Decision.Unit;
                scene.Change(scene.Partition, a => a with { Arrivals = a.Arrivals.Silence(failed) });
                break;
            case OperationKind.HotReplace when granted:
                var (target, spare) = (scene.Episode!.Decision.Unit, scene.Episode.Decision.Spare);
                scene.Change(scene.Partition, a => a with { Arrivals = a.Arrivals.Swap(target, spare).Silence(spare) });
                break;
            case OperationKind.HotRemove:
                Remove(scene);
                break;
        }
    }

    private static void Submit(Scene scene, SubmitIo submit)
    {
        var account = scene.Find(submit.Driver)!;
        scene.Put(account with { Io = account.Io with { Submitted = account.Io.Submitted + submit.Requests } });
    }

    private static void Add(Scene scene)
    {
        var brought = Brought(scene).ToList();
        var promised = scene.Inventory.Profile(scene.Partition).Promises(Behaviour.ResourceRebalance);
        var rounds = scene.UnitKind == UnitKind.Processor && promised ? brought.Count : 0;
        var permitted = scene.UnitKind == UnitKind.IoHostBridge ? 1 : 0;
        scene.Change(scene.Partition, account => account with
        {
            Arrivals = account.Consumer.Hears(scene.UnitKind) ? account.Arrivals.With(brought) : account.Arrivals,
            Device = account.Device?.Add(rounds, permitted),
        });
    }

    private static IEnumerable<ArrivalDebt> Brought(Scene scene)
    {
        var place = scene.Episode!.Decision.Unit;
        var (unit, after) = (scene.Inventory.Unit(place), scene.After.Partitions[scene.Partition]);
        var count = scene.UnitKind == UnitKind.Processor
            ? after.ActiveProcessors - scene.Before.Partitions[scene.Partition].ActiveProcessors
            : 1;
        var shown = scene.Shown?.Partitions[scene.Partition].Processors.Where(p => p.Unit == unit).ToList();
        return Enumerable.Range(0, count).Select(slot => new ArrivalDebt(scene.Number, slot, scene.UnitKind, unit)
        {
            Now = place,
            Processor = shown?.Count == count ? shown[slot] : null,
            IsSure = shown?.Count == count,
            ActiveProcessors = after.ActiveProcessors,
            MemoryBytes = after.VisibleMemory,
        });
    }

    private static void Remove(Scene scene)
    {
        var place = scene.Episode!.Decision.Unit;
        var offers = Existing.In(scene.Before, scene.Partition, scene.UnitKind)
            .Where(part => part.Place == place)
            .Select(part => new RemovalOffer(scene.Inventory.Unit(place), part.Processor))
            .ToList();
        scene.Change(scene.Partition, account => account with
        {
            Arrivals = account.Arrivals.Remove(place, account.Consumer.Hears(scene.UnitKind) ? offers : []),
        });
    }
}
