using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that drivers with a callback are called, and no others, when processors are added and at registration.
/// Sources: DHP-SYN-01, -02; decisions G-64, G-73.
/// Does not verify: what they are called with, which <see cref="AddedCallbacks"/> and <see cref="ExistingCallbacks"/>
/// do.
/// </summary>
internal static class CallbackChecker
{
    public static Breach? FirstBreach(Scene scene)
    {
        var calls = new List<CallbackCall>();
        for (var place = 0; place < scene.Notices.Length; place++)
        {
            var notice = scene.Notices[place];
            if (!notice.Kind.IsCallback || scene.Find(notice.Consumer) is not { } account)
            {
                continue;
            }

            if (Misdirected(scene, notice, account) is { } breach)
            {
                return breach;
            }

            calls.Add(new(place, notice, scene.Before.Audience?.Find(account.Consumer.Id) ?? account.Consumer));
        }

        return scene.IsProcessorAdd ? OfAdd(scene, calls)
            : scene.CarriedOut == OperationKind.RegisterDriver ? ExistingCallbacks.FirstBreach(scene, calls)
            : null;
    }

    private static Breach? Misdirected(Scene scene, Notification notice, Account account) =>
        !account.Consumer.IsSynchronous
            ? Scene.Breach("SYN-12", account, "no callbacks: it registered none", notice)
        : scene.CarriedOut == OperationKind.HotReplace
            ? Scene.Breach("QUI-12", account, "no callbacks in a hot replace", notice)
        : scene.IsProcessorAdd
            || scene.Episode is { IsCarriedOut: true, Operation: RegisterDriver register }
                && register.Consumer == account.Consumer.Id
            ? null
        : Scene.Breach("SYN-11", account, "callbacks when a processor is added only", notice);

    private static Breach? OfAdd(Scene scene, List<CallbackCall> calls)
    {
        var drivers = (scene.Before.Audience?.In(scene.Partition) ?? [])
            .Where(driver => driver.IsSynchronous)
            .ToList();
        if (drivers.Count == 0)
        {
            return null;
        }

        var best = Best(scene, drivers, calls);
        scene.Announcements.AddRange(best.Announcements);
        Learn(scene, best.Announcements.Where(announcement => announcement.Added));
        return best.Breach;
    }

    // The first of those that keep the most rules. Nothing is better than one that keeps all of them.
    private static AddedCallbacks Best(Scene scene, List<Registration> drivers, List<CallbackCall> calls)
    {
        AddedCallbacks? best = null;
        foreach (var dealt in AnnouncementOrder.Candidates(scene, drivers, calls))
        {
            var candidate = new AddedCallbacks(scene, drivers, dealt);
            best = best is null || candidate.KeptRules > best.KeptRules ? candidate : best;
            if (best.Breach is null)
            {
                break;
            }
        }

        return best!;
    }

    // Which number the new processor has is known from its callbacks, if nobody looks right after them.
    private static void Learn(Scene scene, IEnumerable<Announcement> added)
    {
        var slot = 0;
        foreach (var announcement in added)
        {
            if (announcement.Processor is { } processor && scene.Shown is null)
            {
                var known = new ArrivalDebt(scene.Number, slot, UnitKind.Processor, processor.Unit);
                scene.Change(scene.Partition, a =>
                    a with { Arrivals = a.Arrivals.Learn(known, processor, isSure: true) });
            }

            slot++;
        }
    }
}
