using DhpConformance.Abstractions;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Transitions;

/// <summary>Who leaves a hot operation out says so, whatever else is wrong with a request for it.</summary>
public sealed class UnclaimedOperationTests
{
    private static readonly PartitionId Known = new(0);
    private static readonly UnitId Bridge = new(4);
    private static readonly UnitId Twin = new(5);

    public static TheoryData<Operation> OfUnknownUnits =>
        [new HotAdd(Known, new(99)), new HotReplace(Known, new(98), new(99)), new HotRemove(Known, new(99))];

    [Theory]
    [MemberData(nameof(OfUnknownUnits))]
    public void A_request_about_nothing_may_be_refused_as_not_supported(Operation operation)
    {
        Assert.True(Decided(operation, Claims.None).Permits(Outcome.Refused(RefusalReason.NotSupported)));
        Assert.False(Decided(operation, Claims.None).Permits(Outcome.Completed));
        Assert.False(Decided(operation, Claims.Of(Claim.HotAddProcessor, Claim.HotReplace, Claim.HotRemove))
            .Permits(Outcome.Refused(RefusalReason.Insufficient)));
    }

    [Fact]
    public void What_the_profile_does_not_have_is_refused_as_not_supported_and_as_nothing_else()
    {
        Operation[] operations = [new HotRemove(Known, Bridge), new HotReplace(Known, Bridge, Twin)];
        Assert.All(operations, operation => Assert.Equal(
            RefusalReason.NotSupported, Decided(operation, Claims.None).Refusals.Only));
    }

    [Fact]
    public void Who_adds_some_kinds_has_to_see_that_a_unit_is_unknown() => Assert.False(
        Decided(new HotAdd(Known, new(99)), Claims.Of(Claim.HotAddMemoryModule))
            .Permits(Outcome.Refused(RefusalReason.NotSupported)));

    private static Decision Decided(Operation operation, Claims claims)
    {
        var scope = BuiltInScopes.Medium.For(
            ProfileCatalog.Find("windows-server-2008-x64")!, Partitionability.Dynamic);
        var state = Transition.Decide(
            ServerState.Initial(new Inventory(scope.Setup, claims)), new StartPartition(Known)).Next;
        return Transition.Decide(state, operation);
    }
}
