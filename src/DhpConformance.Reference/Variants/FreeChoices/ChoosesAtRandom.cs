using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// A server that takes every choice at random that the specification leaves open: a suite that asks for more than the
/// specification will accuse it sooner or later.
/// </summary>
/// <param name="name">What it calls itself.</param>
/// <param name="mostPending">
/// How many accepted operations may be under way at a time, 0 or more; with 0 it does not claim them.
/// </param>
/// <param name="change">Puts other parts in the place of some; null for none.</param>
internal sealed class ChoosesAtRandom(
    string name, int mostPending, Func<ServerComposition, FreeChoice, ServerComposition>? change = null)
    : RandomizedServer(mostPending)
{
    private FreeRequests? requests;

    private protected override void LetTimePass() => requests?.LetTimePass();

    private protected override ReferenceServer Assembled(FreeChoice? choice)
    {
        var claims = MostPending > 0 ? Claims.All : Claims.All.Without(Claim.AcceptedOperations);
        var composition = new ServerComposition { Name = name, Claims = claims };
        return new(choice is null ? composition : Change(choice, composition with
        {
            Admission = machine => new FreeAdmission(machine, choice),
            ServiceProcessor = (machine, admission) => new FreeServiceProcessor(machine, admission, choice),
            RequestHandler = (service, admission) => requests =
                new FreeRequests((FreeServiceProcessor)service, (FreeAdmission)admission, choice),
            OperatingSystem = partition => new FreeSystem(partition, choice),
            ProcessorCallbacks = (system, consumers) => new FreeCallbacks(system, consumers, choice),
            Arrivals = (system, consumers) => new FreeArrivals(system, consumers, choice),
            PlugAndPlay = (system, consumers) => new FreePlugAndPlay(system, consumers, choice),
            PowerPolicy = (system, consumers) => new FreePower(system, consumers, choice),
            InputOutput = (system, consumers) => new FreeInputOutput(system, consumers, choice),
            AffinityPolicy = () => new FreeAffinity(choice),
        }));
    }

    private ServerComposition Change(FreeChoice choice, ServerComposition composition) =>
        change is null ? composition : change(composition, choice);
}
