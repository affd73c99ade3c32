using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Reference.Consumers;

public sealed class RegistrationTests
{
    public static TheoryData<DriverScript> Contradictions =>
    [
        new() { IncludeExisting = true },
        new() { VetoesStart = 1 },
        new() { Synchronous = true, VetoesStart = 0 },
        new() { ExistingArrivals = true },
        new() { Device = new() { FailsRestart = true, NonDynamic = true } },
        new() { Device = new() { FailsRestart = true, NeverReachesD3 = true } },
        new() { Device = new() { FailsRestart = true, RejectsQueryPower = true } },
    ];

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_script_that_contradicts_itself_is_invalid(DriverScript script)
    {
        using var stage = new Fixture();

        Assert.Equal(Outcome.Refused(RefusalReason.Invalid), stage.Driver(1, script));
    }

    [Fact]
    public void A_script_that_asks_for_nothing_is_allowed_to_drivers_only()
    {
        using var stage = new Fixture();

        Assert.Equal(Outcome.Completed, stage.Driver(1, new()));
        Assert.Equal(
            Outcome.Refused(RefusalReason.Invalid),
            stage.Apply(new RegisterApplication(Fixture.Here, new(2), new(false, false))));
    }

    [Fact]
    public void Nobody_can_be_registered_twice_anywhere_on_the_server()
    {
        using var stage = new Fixture();
        stage.Driver(1, new());

        Assert.Equal(
            Outcome.Refused(RefusalReason.Invalid),
            stage.Apply(new RegisterApplication(Fixture.Elsewhere, new(1), new(true, true))));
    }

    [Fact]
    public void Nobody_can_be_registered_where_nothing_runs()
    {
        using var stage = new Fixture();
        stage.Granted(new StopPartition(Fixture.Here));

        Assert.Equal(Outcome.Refused(RefusalReason.NotRunning), stage.Driver(1, new()));
        Assert.Equal(
            Outcome.Refused(RefusalReason.NotPresent),
            stage.Apply(new RegisterDriver(new(7), new(1), new())));
    }

    [Fact]
    public void What_the_profile_does_not_promise_is_not_supported()
    {
        using var stage = new Fixture(Fixture.Everything with { Behaviours = [] });

        Assert.Equal(Outcome.Refused(RefusalReason.NotSupported), stage.Driver(1, Scripts.Callback));
        Assert.Equal(Outcome.Refused(RefusalReason.NotSupported), stage.Driver(1, Scripts.Listener));
        Assert.Equal(
            Outcome.Refused(RefusalReason.NotSupported),
            stage.Apply(new RegisterApplication(Fixture.Here, new(1), new(true, true))));
        Assert.Equal(Outcome.Completed, stage.Driver(1, Scripts.With(new())));
    }

    [Fact]
    public void Whoever_is_deregistered_is_told_nothing_more_and_can_come_again()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Listener);
        stage.Add(Fixture.FourThreads);
        stage.Granted(new Deregister(new(1)));
        stage.TakeNotifications();

        Assert.Empty(stage.NotificationsAfterSettling());
        Assert.Equal(Outcome.Refused(RefusalReason.NotPresent), stage.Apply(new Deregister(new(1))));
        Assert.Equal(Outcome.Completed, stage.Driver(1, Scripts.Listener));
    }

    [Fact]
    public void Registrations_end_without_a_word_when_the_partition_goes_down()
    {
        Operation[] ends =
        [
            new StopPartition(Fixture.Here), new RestartPartition(Fixture.Here), new InjectPartitionError(Fixture.Here),
            new PowerOffServer(),
        ];
        foreach (var end in ends)
        {
            using var stage = new Fixture();
            stage.Driver(1, Scripts.Listener with { Device = Scripts.Willing });
            stage.Add(Fixture.OneThread);
            stage.Granted(end);
            stage.TakeNotifications();

            Assert.Empty(stage.NotificationsAfterSettling());
            Assert.Empty(stage.Shown.Devices);
            Assert.Equal(Outcome.Refused(RefusalReason.NotPresent), stage.Apply(new Deregister(new(1))));
        }
    }
}
