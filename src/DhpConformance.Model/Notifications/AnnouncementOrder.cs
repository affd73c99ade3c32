using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Which callbacks belong to which logical processor of a unit. The numbers in them tell, unless they are what is
/// wrong, or not claimed; their order tells, unless that is what is wrong. So each way is tried, and the calls are
/// taken in the way in which they keep the most rules.
/// </summary>
internal static class AnnouncementOrder
{
    public static IEnumerable<List<Announcement>> Candidates(
        Scene scene, List<Registration> drivers, List<CallbackCall> calls)
    {
        yield return InOrder(Empty(scene), calls);
        if (scene.Inventory.Components(scene.Episode!.Decision.Unit) == 1)
        {
            yield break;
        }

        yield return InTurn(Empty(scene), drivers, calls);
        var named = calls.Select(call => call.Identity).Distinct().ToList();
        if (!named.Contains(null) && named.Count <= Empty(scene).Count)
        {
            var announcements = Empty(scene);
            calls.ForEach(call => announcements[named.IndexOf(call.Identity)].Calls.Add(call));
            yield return announcements;
        }
    }

    private static List<Announcement> Empty(Scene scene) =>
    [
        .. Enumerable.Range(1, scene.Inventory.Components(scene.Episode!.Decision.Unit)).Select(nth =>
            new Announcement(nth) { Vetoed = Veto.IsCast(scene.Before.Audience!, scene.Partition, nth) }),
    ];

    private static List<Announcement> InOrder(List<Announcement> announcements, List<CallbackCall> calls)
    {
        var current = 0;
        foreach (var call in calls)
        {
            if (call.Kind == ProcessorStart && current + 1 < announcements.Count && IsOver(announcements[current], call))
            {
                current++;
            }

            announcements[current].Calls.Add(call);
        }

        return announcements;
    }

    // The k-th call of each kind that a driver gets is about the k-th logical processor.
    private static List<Announcement> InTurn(
        List<Announcement> announcements, List<Registration> drivers, List<CallbackCall> calls)
    {
        foreach (var driver in drivers)
        {
            var (starts, ends) = (0, 0);
            foreach (var call in calls.Where(call => call.Driver.Id == driver.Id))
            {
                var turn = call.Kind == ProcessorStart ? starts++ : ends++;
                announcements[Math.Min(turn, announcements.Count - 1)].Calls.Add(call);
            }
        }

        announcements.ForEach(announcement => announcement.Calls.Sort((one, other) => one.Place - other.Place));
        return announcements;
    }

    // A Start after the end of others begins the next one; but a driver may be called late of one that was vetoed.
    private static bool IsOver(Announcement current, CallbackCall start) =>
        current.Count(ProcessorComplete) > 0
        || current.Count(ProcessorStart, start.Driver) > 0
        || (current.Count(ProcessorFailure) > 0
            && (!current.Vetoed || start.Identity is null || start.Identity != current.Calls[0].Identity));
}
