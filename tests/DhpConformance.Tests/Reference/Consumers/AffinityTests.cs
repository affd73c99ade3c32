using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Reference.Consumers;

public sealed class AffinityTests
{
    [Fact]
    public void An_application_runs_on_one_whole_group_and_is_not_widened_by_an_add()
    {
        using var stage = new Fixture();
        stage.Granted(new RegisterApplication(Fixture.Here, new(1), new(true, false)));

        stage.Add(Fixture.FourThreads);

        Assert.Equal(0b11UL, Assert.Single(Assert.Single(stage.Shown.Applications).Affinity));
    }

    [Fact]
    public void A_processor_that_is_removed_leaves_the_affinity_for_good()
    {
        using var stage = new Fixture();
        stage.Add(Fixture.OneThread);
        stage.Granted(new RegisterApplication(Fixture.Here, new(1), new(true, false)));

        stage.Granted(new HotRemove(Fixture.Here, Fixture.OneThread));
        stage.Add(Fixture.OneThread);

        Assert.Equal(0b11UL, Assert.Single(Assert.Single(stage.Shown.Applications).Affinity));
    }

    [Fact]
    public void Applications_take_turns_among_the_groups_that_have_processors()
    {
        var policy = new AffinityPolicy();

        Assert.Equal<ulong>([0, 0, 7], policy.Assign([1, 0, 7]));
        Assert.Equal<ulong>([1, 0, 0], policy.Assign([1, 0, 7]));
        Assert.Equal<ulong>([0, 0, 7], policy.Assign([1, 0, 7]));
    }
}
