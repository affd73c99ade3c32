using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Verdicts;

/// <summary>Sizes in words, as part of a sentence: where this holds.</summary>
public static class SizeWords
{
    /// <summary>Reads like <c>a processor is active in a second group</c>.</summary>
    public static string Of(SizeGoal goal) => goal switch
    {
        SizeGoal.SecondGroup => "a processor is active in a second group",
        SizeGoal.ThirdGroup => "a processor is active in a third group",
        SizeGoal.FourthGroup => "a processor is active in a fourth group",
        SizeGoal.CallbackBeyondFirstGroup => "a driver is called for a processor of another group than the first",
        SizeGoal.ApplicationWithSeveralGroups =>
            "a processor is added to a partition with an application and several populated groups",
        SizeGoal.ProcessorLimit => "as many processors are active as the operating system can use",
        SizeGoal.AddBeyondProcessorLimit =>
            "the hot add of one processor more than the operating system can use is refused",
        SizeGoal.StartBeyondProcessorLimit =>
            "a start with one processor more than the operating system can use is refused",
        SizeGoal.ProcessorsBeyondFourGroups => "more than 256 processors are active",
        SizeGoal.EightPartitions => "the server has 8 partitions",
        SizeGoal.NumberBeyondTwoBytes => "a unit or partition has a number beyond 65,535",
        SizeGoal.MemoryBeyondFourGib => "a partition runs with more than 4 GiB of memory",
        SizeGoal.MemoryBeyondTwoTib => "a partition runs with more than 2 TiB of memory",
        SizeGoal.AddBeyondLargeMemoryLimit => "a hot add beyond a memory limit of more than 4 GiB is refused",
        SizeGoal.MoreThanFourConsumers => "a partition has more than four consumers",
        SizeGoal.CallbackAmongMoreThanFour =>
            "a processor is added to a partition with more than four consumers, one of them with a callback",
        SizeGoal.DriverArrivalAmongMoreThanFour =>
            "a unit is added to a partition with more than four consumers, and a driver hears of it",
        SizeGoal.ApplicationArrivalAmongMoreThanFour =>
            "a unit is added to a partition with more than four consumers, and an application hears of it",
        SizeGoal.ReplaceAmongMoreThanFour =>
            "a unit is replaced in a partition with more than four consumers, one of them a driver",
        _ => "more than 300 hot operations are asked for while nothing ends a partition",
    };
}
