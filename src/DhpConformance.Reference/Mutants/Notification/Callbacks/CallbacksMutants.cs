namespace DhpConformance.Reference.Mutants;

/// <summary>SYN: Start, Complete and Failure that are lost, doubled, early, late or about something else.</summary>
internal static class CallbacksMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InCallbacks((system, consumers) => new SkipsTheLastCallback(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new StartsTheFirstTwice(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new CompletesTwice(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new OnlyTheNewestHearsComplete(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new NoFailureAfterAVeto(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new NoFailureIfItDoesNotStart(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new FailsTwice(system, consumers)),
        Mutant.InOperatingSystem(partition => new StartReadsTheNewCount(partition)),
        Mutant.InOperatingSystem(partition => new CompleteReadsTheOldCount(partition)),
        Mutant.InCallbacks((system, consumers) => new CompletesWhatWasNotAdded(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new FailsWhatWasAdded(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new FailureSaysSuccess(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new CompleteCarriesAnError(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new CompleteNamesAnotherNumber(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new CallbacksCountFromOne(system, consumers)),
        Mutant.InOperatingSystem(partition => new AnnouncesTheNextTooEarly(partition)),
        Mutant.InCallbacks((system, consumers) => new OverrulesUnanimousVetoes(system, consumers)),
        Mutant.InServiceProcessor((machine, admission) => new VetoedUnitStaysMapped(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new OneVetoRejectsTheUnit(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new SingleVetoesGoUnmentioned(machine, admission)),
        Mutant.InOperatingSystem(partition => new AnnouncesMemory(partition)),
        Mutant.InOperatingSystem(partition => new CompletesBridges(partition)),
        Mutant.InCallbacks((system, consumers) => new EveryDriverHearsComplete(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new LastExistingIsNotOffered(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new FirstExistingIsOfferedTwice(system, consumers)),
        Mutant.InOperatingSystem(partition => new OffersExistingToEverybody(partition)),
        Mutant.InCallbacks((system, consumers) => new CompletesExistingOneByOne(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new FirstExistingIsNotCompleted(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new OffersOnAfterAVeto(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new FailsTheVetoedOneToo(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new NoFailureForExisting(system, consumers)),
        Mutant.InOperatingSystem(partition => new VetoedRegistrationIsBusy(partition)),
    ];
}
