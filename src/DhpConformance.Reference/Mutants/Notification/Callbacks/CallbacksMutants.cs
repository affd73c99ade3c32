namespace DhpConformance.Reference.Mutants;

/// <summary>SYN: Start, Complete and Failure that are lost, doubled, early, late or about something else.</summary>
internal static class CallbacksMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InCallbacks((system, audience) => new SkipsTheLastCallback(system, audience)),
        Mutant.InCallbacks((system, audience) => new StartsTheFirstTwice(system, audience)),
        Mutant.InCallbacks((system, audience) => new CompletesTwice(system, audience)),
        Mutant.InCallbacks((system, audience) => new OnlyTheNewestHearsComplete(system, audience)),
        Mutant.InCallbacks((system, audience) => new NoFailureAfterAVeto(system, audience)),
        Mutant.InCallbacks((system, audience) => new NoFailureIfItDoesNotStart(system, audience)),
        Mutant.InCallbacks((system, audience) => new FailsTwice(system, audience)),
        Mutant.InOperatingSystem(partition => new StartReadsTheNewCount(partition)),
        Mutant.InOperatingSystem(partition => new CompleteReadsTheOldCount(partition)),
        Mutant.InCallbacks((system, audience) => new CompletesWhatWasNotAdded(system, audience)),
        Mutant.InCallbacks((system, audience) => new FailsWhatWasAdded(system, audience)),
        Mutant.InCallbacks((system, audience) => new FailureSaysSuccess(system, audience)),
        Mutant.InCallbacks((system, audience) => new CompleteCarriesAnError(system, audience)),
        Mutant.InCallbacks((system, audience) => new CompleteNamesAnotherNumber(system, audience)),
        Mutant.InCallbacks((system, audience) => new CallbacksCountFromOne(system, audience)),
        Mutant.InOperatingSystem(partition => new AnnouncesTheNextTooEarly(partition)),
        Mutant.InCallbacks((system, audience) => new OverrulesUnanimousVetoes(system, audience)),
        Mutant.InServiceProcessor((machine, admission) => new VetoedUnitStaysMapped(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new OneVetoRejectsTheUnit(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new SingleVetoesGoUnmentioned(machine, admission)),
        Mutant.InOperatingSystem(partition => new AnnouncesMemory(partition)),
        Mutant.InOperatingSystem(partition => new CompletesBridges(partition)),
        Mutant.InCallbacks((system, audience) => new EveryDriverHearsComplete(system, audience)),
        Mutant.InCallbacks((system, audience) => new LastExistingIsNotOffered(system, audience)),
        Mutant.InCallbacks((system, audience) => new FirstExistingIsOfferedTwice(system, audience)),
        Mutant.InOperatingSystem(partition => new OffersExistingToEverybody(partition)),
        Mutant.InCallbacks((system, audience) => new CompletesExistingOneByOne(system, audience)),
        Mutant.InCallbacks((system, audience) => new FirstExistingIsNotCompleted(system, audience)),
        Mutant.InCallbacks((system, audience) => new OffersOnAfterAVeto(system, audience)),
        Mutant.InCallbacks((system, audience) => new FailsTheVetoedOneToo(system, audience)),
        Mutant.InCallbacks((system, audience) => new NoFailureForExisting(system, audience)),
        Mutant.InOperatingSystem(partition => new VetoedRegistrationIsBusy(partition)),
    ];
}
