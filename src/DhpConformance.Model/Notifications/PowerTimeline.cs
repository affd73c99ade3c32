using DhpConformance.Abstractions;

namespace DhpConformance.Model.Notifications;

/// <summary>When one driver was told what in a hot replace: places among what was told, in order.</summary>
internal sealed class PowerTimeline
{
    private readonly Dictionary<NotificationKind, List<int>> places = [];

    public PowerTimeline(Scene scene, Account account, int begin)
    {
        Account = account;
        Device = account.Device;
        for (var place = 0; place < scene.Notices.Length; place++)
        {
            var notice = scene.Notices[place];
            if (notice.Consumer != account.Consumer.Id)
            {
                continue;
            }

            if (notice.Kind.IsPower)
            {
                Of(notice.Kind).Add(place);
            }
            else if (place < begin)
            {
                Device = Device?.After(notice);
            }
        }
    }

    public Account Account { get; }

    /// <summary>Its device when the first phase began.</summary>
    public DeviceBook? Device { get; }

    /// <summary>Whether it has a device that can be put to sleep.</summary>
    public bool HasDevice => Device is { Removed: false };

    public int Count(NotificationKind kind) => Of(kind).Count;

    /// <summary>The first place; -1 if there is none.</summary>
    public int First(NotificationKind kind) => Of(kind).FirstOrDefault(-1);

    /// <summary>Whether it was told both, the first of them earlier.</summary>
    public bool IsBefore(NotificationKind kind, NotificationKind other) =>
        Count(kind) > 0 && Count(other) > 0 && First(kind) < First(other);

    /// <summary>Reads like <c>set power sleep, device asleep</c>.</summary>
    public override string ToString() => places.Values.All(list => list.Count == 0) ? "no power requests" : string.Join(
        ", ",
        places.SelectMany(told => told.Value.Select(place => (place, told.Key)))
            .OrderBy(told => told.place)
            .Select(told => Words.Of(told.Key)));

    private List<int> Of(NotificationKind kind) =>
        places.TryGetValue(kind, out var known) ? known : places[kind] = [];
}
