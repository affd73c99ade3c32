using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Verdicts;

/// <summary>Which sizes cases of a profile can reach, with what an implementation claims and takes.</summary>
internal static class SizeApplicability
{
    private const int GroupSize = 64;
    private const long GiB = 1L << 30;

    /// <summary>Why no case reaches a size, in a sentence; null if some do.</summary>
    public static string? WhyNot(SizeGoal goal, Profile profile, ImplementationDescription description) => goal switch
    {
        SizeGoal.SecondGroup => Groups(2, profile, description),
        SizeGoal.ThirdGroup => Groups(3, profile, description),
        SizeGoal.FourthGroup => Groups(4, profile, description),
        SizeGoal.CallbackBeyondFirstGroup => Groups(2, profile, description)
            ?? Promise(profile, Behaviour.SynchronousNotification)
            ?? Add(profile, description, UnitKind.Processor)
            ?? Claimed(description, Claim.SynchronousNotification),
        SizeGoal.ApplicationWithSeveralGroups => Groups(2, profile, description)
            ?? Add(profile, description, UnitKind.Processor)
            ?? Claimed(description, Claim.ApplicationNotification),
        SizeGoal.ProcessorLimit or SizeGoal.StartBeyondProcessorLimit => Limit(profile, description),
        SizeGoal.AddBeyondProcessorLimit =>
            Add(profile, description, UnitKind.Processor) ?? Limit(profile, description),
        SizeGoal.ProcessorsBeyondFourGroups => profile.ProcessorLimit <= 256
            ? $"{profile.Name} uses {profile.ProcessorLimit} processors at most."
            : Processors(257, profile, description),
        SizeGoal.EightPartitions => description.Limits.Partitions < 8
            ? $"By its limits the implementation takes {description.Limits.Partitions} partitions at most."
            : null,
        SizeGoal.MemoryBeyondFourGib => Memory(4 * GiB, description),
        SizeGoal.MemoryBeyondTwoTib => Memory(2048 * GiB, description),
        SizeGoal.AddBeyondLargeMemoryLimit =>
            Add(profile, description, UnitKind.MemoryModule) ?? Memory(4 * GiB, description),
        SizeGoal.CallbackAmongMoreThanFour => Add(profile, description, UnitKind.Processor)
            ?? Promise(profile, Behaviour.SynchronousNotification)
            ?? Claimed(description, Claim.SynchronousNotification),
        SizeGoal.DriverArrivalAmongMoreThanFour =>
            Arrivals(profile, description) ?? Claimed(description, Claim.AsynchronousNotification),
        SizeGoal.ApplicationArrivalAmongMoreThanFour =>
            Arrivals(profile, description) ?? Claimed(description, Claim.ApplicationNotification),
        SizeGoal.ReplaceAmongMoreThanFour => Replaces(profile, description) ?? Consumers(description),
        SizeGoal.MoreThanFourConsumers => Consumers(description),
        _ => null,
    };

    private static string? Groups(int count, Profile profile, ImplementationDescription description) =>
        Promise(profile, Behaviour.ProcessorGroups)
        ?? (profile.ProcessorLimit <= GroupSize * (count - 1)
            ? $"{profile.Name} uses {profile.ProcessorLimit} processors at most, which may be in {count - 1} "
                + (count == 2 ? "group." : "groups.")
            : null)
        ?? Processors((GroupSize * (count - 1)) + 1, profile, description);

    private static string? Processors(int count, Profile profile, ImplementationDescription description) =>
        ProcessorUnits.Reach(count, profile, description)
            ? null
            : $"With at most {description.Limits.Processors} processor units, as the limits of the implementation say, "
                + $"no case has {count} processors in a partition.";

    private static string? Limit(Profile profile, ImplementationDescription description) =>
        ProcessorUnits.SizesForLimit(profile, description).Length > 0
            ? null
            : $"With at most {description.Limits.Processors} processor units, as the limits of the implementation say, "
                + $"no case has exactly {profile.ProcessorLimit} processors in a partition.";

    private static string? Memory(long bytes, ImplementationDescription description) =>
        LargeSetupGenerator.LargestModule(description) <= bytes
            ? "By its limits the implementation takes "
                + $"{description.Limits.MemoryBytes} bytes of memory at most."
            : null;

    private static string? Add(Profile profile, ImplementationDescription description, UnitKind kind) =>
        !profile.Supports(HotOperation.Add, kind)
            ? $"{profile.Name} does not support hot add of a {Words.Of(kind)}."
            : Claimed(description, kind == UnitKind.Processor ? Claim.HotAddProcessor : Claim.HotAddMemoryModule);

    private static string? Arrivals(Profile profile, ImplementationDescription description) =>
        Promise(profile, Behaviour.ArrivalNotification)
        ?? (Add(profile, description, UnitKind.Processor) is { } processors
            && Add(profile, description, UnitKind.MemoryModule) is not null ? processors : null);

    private static string? Replaces(Profile profile, ImplementationDescription description) =>
        !Applicability.Supports(profile, HotOperation.Replace, null)
            ? $"{profile.Name} does not support hot replace."
            : Claimed(description, Claim.HotReplace);

    private static string? Consumers(ImplementationDescription description) =>
        OperationWeights.AllowConsumers(description.Claims) ? null : "Not claimed: anything that has consumers.";

    private static string? Promise(Profile profile, Behaviour behaviour) =>
        profile.Promises(behaviour) ? null : $"{profile.Name} does not promise {Words.Of(behaviour)}.";

    private static string? Claimed(ImplementationDescription description, Claim claim) =>
        description.Claims.Has(claim) ? null : $"Not claimed: {Words.Of(claim)}.";
}
