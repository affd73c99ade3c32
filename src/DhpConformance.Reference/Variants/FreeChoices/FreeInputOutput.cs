using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference.Variants;

/// <summary>Completes requests in any order, but for those that were held.</summary>
internal class FreeInputOutput(OperatingSystem system, Registry consumers, FreeChoice choice)
    : InputOutput(system, consumers)
{
    private readonly HashSet<(Device Device, int Request)> fresh = [];
    private readonly HashSet<(Device Device, int Request)> held = [];
    private int submitting;

    internal override void Submit(Device device, int requests)
    {
        var before = device.Waiting.ToHashSet();
        base.Submit(device, requests);
        if (submitting != ((FreeSystem)System).Operation)
        {
            fresh.Clear();
            submitting = ((FreeSystem)System).Operation;
        }

        fresh.UnionWith(device.Waiting.Where(request => !before.Contains(request)).Select(one => (device, one)));
    }

    /// <summary>A device goes on: what was submitted in an earlier operation was held.</summary>
    public void GoOn(Device device) => held.UnionWith(device.Waiting
        .Select(request => (device, request))
        .Where(one => submitting != ((FreeSystem)System).Operation || !fresh.Contains(one)));

    internal override bool CompleteSome()
    {
        var ready = Registry.Devices.Where(device => device.Waiting.Count > 0 && CanComplete(device)).ToArray();
        if (ready.Length == 0)
        {
            return false;
        }

        Complete(choice.Pick(ready));
        return true;
    }

    internal override void Complete(Device device)
    {
        var waiting = device.Waiting.ToArray();
        var first = waiting.Where(request => held.Contains((device, request))).DefaultIfEmpty().Min();
        var next = choice.Pick([.. waiting.Where(request => MayBeNext(device, request, first))]);
        device.Waiting.Clear();
        foreach (var request in waiting.Where(request => request != next))
        {
            device.Waiting.Enqueue(request);
        }

        System.Tell(new(IoCompleted, device.Driver)
        {
            Request = next,
            Status = device.IsRemoved ? choice.Error() : 0,
        });
    }

    /// <summary>Whether a request may complete before the others.</summary>
    /// <param name="device">The device.</param>
    /// <param name="request">The request.</param>
    /// <param name="first">The oldest one that was held.</param>
    internal virtual bool MayBeNext(Device device, int request, int first) =>
        request == first || !held.Contains((device, request));
}
