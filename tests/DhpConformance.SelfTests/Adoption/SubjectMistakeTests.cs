using DhpConformance.Abstractions;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Xunit;
using Xunit.Abstractions;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>A class that would judge nothing, or less than its author thinks, is one test that fails.</summary>
public sealed class SubjectMistakeTests
{
    [Theory]
    [InlineData(typeof(MisspeltRule), "the rule \"REP-1\", and there is none. Those that begin like it are: REP-01,")]
    [InlineData(typeof(NotARule), "name the rule \"ringworm\", and there is none. RuleCatalog.All has all of them")]
    [InlineData(typeof(NoProfiles), "Its Options name no profile; name one at least: Profiles = [")]
    [InlineData(typeof(MisspeltProfile), "is null: most likely ProfileCatalog.Find was given a name that no built-in")]
    [InlineData(typeof(TwiceTheSame), "are called windows-2000, but tests are named after profiles; list it once")]
    [InlineData(typeof(NoCases), "Cases of its Options is 0; it must be 1 or more")]
    [InlineData(typeof(NoLength), "Length of its Options is -1; it must be 1 or more")]
    [InlineData(typeof(EmptyShard), "Shard 3/3 of its Options has none of the 20 cases, which are dealt out in")]
    [InlineData(typeof(NullOptions), "Options is null; leave the override out, or return base.Options with")]
    [InlineData(typeof(ThrowingOptions), "Its Options threw FileNotFoundException: no file. It is asked when tests")]
    [InlineData(typeof(CarelessOptions), "Its Options threw NullReferenceException: something it uses is null, such")]
    [InlineData(typeof(MisspeltKnownFailure), "Its KnownFailures name the rule \"REP-99\", and there is none. Those")]
    [InlineData(typeof(ThrowingConstructor), "Its constructor threw InvalidOperationException: no lab today. It is")]
    [InlineData(typeof(WithFixture), "It needs a public constructor without parameters, since it is asked for its")]
    public async Task A_class_that_asks_for_what_there_is_not_is_one_test_that_fails_and_says_so(Type type, string why)
    {
        using var session = await XunitSession.Run(type, _ => true);
        var failed = Assert.Single(session.Messages.OfType<ITestFailed>());
        Assert.Single(session.Messages.OfType<ITestResultMessage>());
        Assert.StartsWith($"Nothing can be judged by {type.Name}. ", failed.Messages[0], StringComparison.Ordinal);
        Assert.Contains(why, failed.Messages[0], StringComparison.Ordinal);
        IsLegible(failed);
    }

    [Theory]
    [InlineData(typeof(NoServer), "Nothing could be judged: CreateServer returned null; return a new server")]
    [InlineData(typeof(ThrowingServer), "CreateServer threw InvalidOperationException: the licence is missing. It is")]
    [InlineData(typeof(CarelessServer), "CreateServer threw NullReferenceException: something it uses is null")]
    public async Task A_server_that_cannot_be_made_fails_every_test_and_says_why(Type type, string why)
    {
        using var session = await XunitSession.Run(type, test => !test.DisplayName.StartsWith('A'));
        Assert.NotEmpty(session.Messages.OfType<ITestFailed>());
        Assert.Equal(
            session.Messages.OfType<ITestFailed>().Count(), session.Messages.OfType<ITestResultMessage>().Count());
        Assert.All(
            session.Messages.OfType<ITestFailed>(),
            failed => Assert.Contains(why, failed.Messages[0], StringComparison.Ordinal));
        Assert.All(session.Messages.OfType<ITestFailed>(), IsLegible);
    }

    [Fact]
    public void A_class_that_asks_for_what_there_is_has_no_such_test() =>
        Assert.All(XunitSession.Discover(typeof(Sensible)), test => Assert.IsType<RuleTestCase>(test));

    private static void IsLegible(ITestFailed failed)
    {
        Assert.DoesNotContain("Object reference", failed.Messages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Sequence contains", failed.Messages[0], StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(failed.StackTraces[0]));
    }

    private class Sensible : ConformanceTests
    {
        protected override SuiteOptions Options =>
            base.Options with { Profiles = [ProfileCatalog.All[0]], Cases = 20, Rules = ["rep-01", "TOP-01"] };

        protected override IPartitionableServer CreateServer() => throw new NotSupportedException();
    }

    private sealed class MisspeltRule : Sensible
    {
        protected override SuiteOptions Options => base.Options with { Rules = ["TOP-01", "REP-1"] };
    }

    private sealed class NotARule : Sensible
    {
        protected override SuiteOptions Options => base.Options with { Rules = ["ringworm"] };
    }

    private sealed class NoProfiles : Sensible
    {
        protected override SuiteOptions Options => base.Options with { Profiles = [] };
    }

    private sealed class MisspeltProfile : Sensible
    {
        protected override SuiteOptions Options => base.Options with { Profiles = [ProfileCatalog.Find("windows")!] };
    }

    private sealed class TwiceTheSame : Sensible
    {
        protected override SuiteOptions Options =>
            base.Options with { Profiles = [ProfileCatalog.All[0], ProfileCatalog.All[0]] };
    }

    private sealed class NoCases : Sensible
    {
        protected override SuiteOptions Options => base.Options with { Cases = 0 };
    }

    private sealed class NoLength : Sensible
    {
        protected override SuiteOptions Options => base.Options with { Length = -1 };
    }

    private sealed class EmptyShard : Sensible
    {
        protected override SuiteOptions Options => base.Options with { Shard = new Shard(3, 3) };
    }

    private sealed class NullOptions : Sensible
    {
        protected override SuiteOptions Options => null!;
    }

    private sealed class ThrowingOptions : Sensible
    {
        protected override SuiteOptions Options => throw new FileNotFoundException("no file.");
    }

    private sealed class CarelessOptions : Sensible
    {
        protected override SuiteOptions Options =>
            base.Options with { Source = ProfileCatalog.Find("windows")!.Name };
    }

    private sealed class MisspeltKnownFailure : Sensible
    {
        protected override KnownFailureList KnownFailures => new([new("REP-99", "", "")]);
    }

    private sealed class ThrowingConstructor : Sensible
    {
        public ThrowingConstructor() => throw new InvalidOperationException("no lab today");
    }

    private sealed class WithFixture(string fixture) : Sensible
    {
        public override string ToString() => fixture;
    }

    private sealed class NoServer : Sensible
    {
        protected override IPartitionableServer CreateServer() => null!;
    }

    private sealed class ThrowingServer : Sensible
    {
        protected override IPartitionableServer CreateServer() =>
            throw new InvalidOperationException("the licence is missing");
    }

    private sealed class CarelessServer : Sensible
    {
        protected override IPartitionableServer CreateServer() =>
            throw new InvalidOperationException(ProfileCatalog.Find("windows")!.Name);
    }
}
