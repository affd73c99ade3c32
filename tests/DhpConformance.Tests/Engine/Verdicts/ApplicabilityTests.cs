using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Engine.Verdicts;

/// <summary>What an implementation cannot be tested by is said, and not left open for ever.</summary>
public sealed class ApplicabilityTests
{
    [Theory]
    [InlineData("TOP-02")]
    [InlineData("TOP-04")]
    [InlineData("TOP-18")]
    [InlineData("DYN-05")]
    [InlineData("CON-05")]
    public void What_needs_a_neighbour_is_not_testable_with_one_partition(string rule)
    {
        Assert.NotNull(Lacking(rule, Claims.All, new() { Partitions = 1 }));
        Assert.Null(Lacking(rule, Claims.All, new() { Partitions = 2 }));
    }

    [Theory]
    [InlineData("ASY-03")]
    [InlineData("APP-06")]
    public void That_nothing_arrived_is_not_testable_where_each_add_brings_an_arrival(string rule)
    {
        var claims = Claims.All.Without(Claim.StartFailures, Claim.SynchronousNotification);
        Assert.NotNull(Lacking(rule, claims, new() { IoHostBridges = 0 }));
        Assert.Null(Lacking(rule, claims, new() { IoHostBridges = 1 }));
        Assert.Null(Lacking(rule, Claims.All, new() { IoHostBridges = 0 }));
    }

    [Theory]
    [InlineData(HotOperation.Add, 0, true)]
    [InlineData(HotOperation.Add, 1, false)]
    [InlineData(HotOperation.Replace, 1, true)]
    [InlineData(HotOperation.Replace, 2, false)]
    [InlineData(HotOperation.Remove, 1, false)]
    public void A_cell_needs_as_many_bridges_as_its_operation(HotOperation operation, int bridges, bool isLacking) =>
        Assert.Equal(
            isLacking,
            Lacking(
                CapabilityRules.Of(operation, UnitKind.IoHostBridge).Id,
                Claims.All,
                new() { IoHostBridges = bridges }) is not null);

    private static string? Lacking(string rule, Claims claims, ServerLimits limits) => Applicability.Lacks(
        RuleCatalog.Find(rule)!, SelfTestProfiles.HotEverything, new("server", "1", claims) { Limits = limits });
}
