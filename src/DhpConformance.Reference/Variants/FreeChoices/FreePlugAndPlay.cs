using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Takes each device through its rounds on its own. Rebalances are put off and done as one, or each by itself; they
/// begin for other reasons, too; cancel-stop ends a round, or is spurious.
/// </summary>
internal class FreePlugAndPlay(OperatingSystem system, Registry consumers, FreeChoice choice)
    : PlugAndPlay(system, consumers)
{
    private readonly Dictionary<Device, Round> rounds = [];

    // Since the server settled, and since somebody was registered.
    private int processorsAdded = ((FreeSystem)system).ProcessorsAdded;
    private int bridgesAdded;

    private enum Step
    {
        None,
        Agreed,
        Refused,
        Stopped,
        Failing,
    }

    internal override void ProcessorAdded()
    {
        if (!System.Promises(Behaviour.ResourceRebalance))
        {
            return;
        }

        foreach (var device in Registry.Devices.Where(TakesPart))
        {
            var round = Of(device);
            rounds[device] = round with { Due = round.Due + 1, IsOwed = true };
        }

        processorsAdded++;
    }

    /// <summary>A bridge was added: any device may be asked once because of it.</summary>
    public void BridgeAdded()
    {
        foreach (var device in Registry.Devices)
        {
            var round = Of(device);
            rounds[device] = round with { Permitted = round.Permitted + 1 };
        }

        bridgesAdded++;
    }

    /// <summary>
    /// Begins a rebalance that nothing on this server has caused. It does not take the place of one that is due: twice
    /// in a million cases a device that takes no part was asked after it, and the due one was carried out afterwards.
    /// </summary>
    public void BeginForAnotherReason()
    {
        foreach (var device in Registry.Devices.ToArray())
        {
            // Whether one that does not take part is asked is judged as long as a rebalance is due.
            if (CanBegin(device) && (TakesPart(device) || processorsAdded == 0 || HasFinished()) && choice.Toss())
            {
                Ask(device, Of(device));
            }
        }
    }

    /// <summary>Nothing is due any more.</summary>
    public void Settle()
    {
        processorsAdded = 0;
        bridgesAdded = 0;
        foreach (var device in rounds.Keys.ToArray())
        {
            rounds[device] = Of(device) with { Due = 0, Permitted = 0 };
        }
    }

    internal override bool GoOn() => choice.Shuffled(Registry.Devices).Any(GoOn);

    internal override void FinishRound()
    {
        while (Registry.Devices.Any(device => Of(device).Step != Step.None))
        {
            GoOnWith(choice.Pick([.. Registry.Devices.Where(device => Of(device).Step != Step.None)]));
        }
    }

    /// <summary>Ends the round of one device.</summary>
    public void FinishRound(Device device)
    {
        while (Of(device).Step != Step.None)
        {
            GoOnWith(device);
        }
    }

    private bool GoOn(Device device)
    {
        var round = Of(device);
        if (round.Step != Step.None)
        {
            GoOnWith(device);
            return true;
        }

        if (!CanBegin(device))
        {
            return false;
        }

        if (round.IsOwed)
        {
            Ask(device, round with { Due = choice.Toss() ? 0 : round.Due - 1, IsOwed = false });
            return true;
        }

        if (choice.Toss(16))
        {
            Tell(device, CancelStop);
        }

        if (TakesPart(device) && round.Due > 0 && choice.Toss(4))
        {
            Ask(device, round with { Due = round.Due - 1 });
            return true;
        }

        if (round.Permitted > 0 && choice.Toss(4))
        {
            Ask(device, round with { Permitted = round.Permitted - 1 });
            return true;
        }

        return false;
    }

    private void Ask(Device device, Round round)
    {
        var rejects = device.Script.RejectsQueryStop;
        rounds[device] = round with { Step = rejects ? Step.Refused : Step.Agreed };
        Tell(device, QueryStop, rejects ? choice.Error() : 0);
    }

    private void GoOnWith(Device device)
    {
        var round = Of(device);
        switch (round.Step)
        {
            case Step.Agreed when choice.Toss(8):
                rounds[device] = round with { Step = Step.None };
                Tell(device, CancelStop);
                break;
            case Step.Agreed:
                if (choice.Toss(8))
                {
                    Tell(device, CancelStop);
                }

                rounds[device] = round with { Step = Step.Stopped };
                Stop(device);
                break;
            case Step.Refused:
                rounds[device] = round with { Step = Step.None };
                Tell(device, CancelStop);
                break;
            case Step.Stopped:
                var fails = device.Script.FailsRestart;
                rounds[device] = round with { Step = fails ? Step.Failing : Step.None };
                Tell(device, NotificationKind.Start, fails ? choice.Error() : 0);
                device.State = DeviceState.Started;
                ((FreeInputOutput)((FreeSystem)System).Services!.InputOutput).GoOn(device);
                break;
            case Step.Failing:
                rounds[device] = round with { Step = Step.None };
                RemoveBySurprise(device);
                break;
        }
    }

    // Whether every device that takes part has ended a round since the latest processor was added, and there is one.
    private bool HasFinished()
    {
        var asked = Registry.Devices
            .Where(device => TakesPart(device) && device.State != DeviceState.Removed)
            .ToArray();
        return asked.Length > 0 && asked.All(device => Of(device) is { Step: Step.None, IsOwed: false });
    }

    private bool CanBegin(Device device) => device.State == DeviceState.Started && Of(device).Step == Step.None;

    // A device may be asked because of processors that were added before it was registered.
    private Round Of(Device device) => rounds.TryGetValue(device, out var round)
        ? round
        : new(Step.None, TakesPart(device) ? processorsAdded : 0, bridgesAdded, IsOwed: false);

    private readonly record struct Round(Step Step, int Due, int Permitted, bool IsOwed);
}
