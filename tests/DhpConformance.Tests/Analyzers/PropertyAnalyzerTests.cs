using System.Text.RegularExpressions;
using DhpConformance.Analyzers;

namespace DhpConformance.Tests.Analyzers;

public sealed partial class PropertyAnalyzerTests
{
    private const string Drawn = "[Property(Arbitrary = [typeof(PartitionScenarios)])] ";

    [Theory]
    [InlineData("public bool Rule(Scenario scenario) => true;")]
    [InlineData("public void Rule(Scenario scenario) { }")]
    [InlineData("public async Task Rule(Scenario scenario) => await Task.Yield();")]
    [InlineData("public async Task<bool> Rule(Scenario scenario) { await Task.Yield(); return true; }")]
    [InlineData("public Property Rule(Scenario scenario) => true.ToProperty();")]
    [InlineData("public Lazy<bool> Rule(Scenario scenario) => new(() => true);")]
    [InlineData("public Task Rule(Scenario scenario) { object? No() => null; No(); return Task.CompletedTask; }")]
    public async Task A_property_that_says_something_is_left_alone(string rule) =>
        Assert.Empty(await Told(Drawn + rule));

    [Theory]
    [InlineData(
        "public async void Rule(Scenario scenario) => await Task.Yield();",
        "DHP001: Rule is async void, so that it passes before it has ended; let it return Task")]
    [InlineData("public string Rule(Scenario scenario) => \"\";", "DHP002: Rule returns string, which FsCheck cannot")]
    [InlineData("public ValueTask Rule(Scenario scenario) => default;", "DHP002: Rule returns ValueTask, ")]
    [InlineData("public Task<int> Rule(Scenario scenario) => Task.FromResult(1);", "DHP002: Rule returns Task<int>, ")]
    [InlineData("public Lazy<string> Rule(Scenario scenario) => new();", "DHP002: Rule returns Lazy<string>, which")]
    [InlineData("public Task Rule(Scenario scenario) => null!;", "DHP003: Rule returns null instead of a Task")]
    [InlineData("public Property Rule(Scenario scenario) { return default!; }", "DHP003: Rule returns null ")]
    public async Task What_a_property_cannot_return_is_told(string rule, string told) =>
        Assert.StartsWith(told, Assert.Single(await Told(Drawn + rule)), StringComparison.Ordinal);

    [Theory]
    [InlineData("MaxTest = 1")]
    [InlineData("MaxTest = 1000, Replay = \"\"")]
    [InlineData("Replay = \"(1301377271217414843,16212231061912301281,41)\"")]
    [InlineData("Replay = \"1,3\"")]
    public async Task What_an_attribute_can_take_is_left_alone(string argument) =>
        Assert.Empty(await Told($"[Property({argument})] public bool Rule(int number) => true;"));

    [Theory]
    [InlineData("MaxTest = 0", "DHP004: MaxTest is 0, so that the property would never end; give a number from 1")]
    [InlineData("MaxTest = -7", "DHP004: MaxTest is -7, so")]
    [InlineData("Replay = \"seed\"", "DHP005: Replay is \"seed\", which FsCheck cannot read; copy it from a failure")]
    [InlineData("Replay = \"(1)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,-3)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,3,big)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,3,-4)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,3,4,5)\"", "DHP005: ")]
    [InlineData("Arbitrary = [typeof(Empty)]", "DHP006: Empty of Arbitrary has no public static member that returns ")]
    [InlineData("Arbitrary = [typeof(Hidden)]", "DHP006: Hidden of Arbitrary has")]
    [InlineData("Timeout = 100", "DHP009: FsCheck ignores Timeout in xunit 2; leave it out, and give RunOn a limit")]
    public async Task What_an_attribute_cannot_take_is_told_wherever_it_is(string argument, string told)
    {
        Assert.StartsWith(
            told,
            Assert.Single(await Told($"[Property({argument})] public bool Rule(int number) => true;")),
            StringComparison.Ordinal);
        Assert.StartsWith(
            told,
            Assert.Single(await Told("[Property] public bool Rule(int number) => true;", $"[Properties({argument})]")),
            StringComparison.Ordinal);
        Assert.StartsWith(
            told,
            Assert.Single(await Told(
                "[Property] public bool Rule(int number) => true;", begin: $"[assembly: Properties({argument})]")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_limit_is_kept_in_xunit_v3_and_so_left_alone() => Assert.Empty(
        await CompiledProperties.Told(
            "using FsCheck.Xunit; class A { [Property(Timeout = 100)] public void Rule() { } }", xunit3: true));

    [Theory]
    [InlineData("[Property] public bool Rule(Scenario scenario) => true;")]
    [InlineData("[Property(Arbitrary = [typeof(Numbers)])] public bool Rule(int number, Scenario scenario) => true;")]
    public async Task A_property_that_nothing_is_drawn_for_is_told(string rule)
    {
        Assert.Equal(
            "DHP007: Nothing says how the scenarios of Rule are drawn; add Arbitrary = [typeof(PartitionScenarios)] to "
                + "its attribute",
            Assert.Single(await Told(rule)));
        Assert.Empty(await Told(rule, "[Properties(Arbitrary = [typeof(PartitionScenarios)])]"));
        Assert.Empty(await Told(rule, begin: "[assembly: Properties(Arbitrary = [typeof(Mine)])]"));
    }

    [Theory]
    [InlineData("sealed class Other : PartitionScenarios<Mine> { }")]
    [InlineData("sealed class Other : Mine { }")]
    public async Task A_class_that_has_the_scenarios_of_another_is_told(string other) => Assert.Equal(
        "DHP008: Other derives from PartitionScenarios<Mine>, so that its own overrides are ignored; derive it from "
            + "PartitionScenarios<Other>",
        Assert.Single(await Told("", after: other)));

    [Fact]
    public async Task A_class_between_is_left_alone() => Assert.Empty(await Told(
        "",
        after: "abstract class Short<T> : PartitionScenarios<T> where T : Short<T>, new() { } "
            + "sealed class Shorter : Short<Shorter> { }"));

    [Fact]
    public async Task What_is_no_property_is_left_alone() => Assert.Empty(await Told(
        "public async void Rule(Scenario scenario) => await Task.Yield(); public Task? None() => null;"));

    [Fact]
    public void The_page_lists_each_id_and_no_other() => Assert.Equal(
        new PropertyAnalyzer().SupportedDiagnostics.Select(one => one.Id).Order(StringComparer.Ordinal),
        Id().Matches(File.ReadAllText(RepositoryRoot.Of("specs", "dotnet.md"))).Select(one => one.Value).Distinct());

    private static Task<string[]> Told(string member, string attribute = "", string begin = "", string after = "") =>
        CompiledProperties.Told($$"""
            using System;
            using System.Threading.Tasks;
            using DhpConformance.Engine.Scenarios;
            using DhpConformance.Testing;
            using FsCheck;
            using FsCheck.Fluent;
            using FsCheck.Xunit;

            {{begin}}

            {{attribute}}
            public class Sample
            {
                {{member}}
            }

            public class Mine : PartitionScenarios<Mine> { }

            public static class Numbers
            {
                public static Arbitrary<int> Small => Gen.Choose(1, 3).ToArbitrary();
            }

            public static class Empty { }

            public static class Hidden
            {
                internal static Arbitrary<int> Small => Gen.Choose(1, 3).ToArbitrary();
            }

            {{after}}
            """);

    [GeneratedRegex(@"\bDHP0\d\d\b")]
    private static partial Regex Id();
}
