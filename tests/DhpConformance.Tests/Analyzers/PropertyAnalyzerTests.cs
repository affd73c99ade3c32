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
    [InlineData("public Task<Task<bool>> Rule(Scenario scenario) => Task.FromResult(Task.FromResult(true));")]
    [InlineData("public Gen<bool> Rule(Scenario scenario) => Gen.Constant(true);")]
    [InlineData("public Microsoft.FSharp.Core.Unit Rule(Scenario scenario) => null!;")]
    [InlineData("public Task Rule(Scenario scenario) { Task? one = null; one = Task.CompletedTask; return one; }")]
    [InlineData("public Task Rule(Scenario scenario) { Task? one = null; Set(out one); return one!; "
        + "static void Set(out Task? task) => task = Task.CompletedTask; }")]
    [InlineData("public async Task Rule(Scenario scenario) { var one = Task.Run(() => { }); await one; }")]
    [InlineData("public void Rule(Scenario scenario) { Task.Run(() => { }).Wait(); }")]
    [InlineData("public Task Rule(Scenario scenario) { object? No() => null; No(); return Task.CompletedTask; }")]
    public async Task A_property_that_says_something_is_left_alone(string rule) =>
        Assert.Empty(await Found(Drawn + rule));

    [Theory]
    [InlineData(
        "public async void Rule(Scenario scenario) => await Task.Yield();",
        "DHP001: Rule is async void, so that it passes before it has ended; let it return Task")]
    [InlineData("public string Rule(Scenario scenario) => \"\";", "DHP002: Rule returns string, which FsCheck cannot")]
    [InlineData("public ValueTask Rule(Scenario scenario) => default;", "DHP002: Rule returns ValueTask, ")]
    [InlineData("public Task<int> Rule(Scenario scenario) => Task.FromResult(1);", "DHP002: Rule returns Task<int>, ")]
    [InlineData("public Lazy<string> Rule(Scenario scenario) => new();", "DHP002: Rule returns Lazy<string>, which")]
    [InlineData("public Gen<string> Rule(Scenario scenario) => Gen.Constant(\"\");", "DHP002: Rule returns Gen<")]
    [InlineData("public Arbitrary<bool> Rule(Scenario scenario) => throw new InvalidOperationException();", "DHP002: ")]
    [InlineData(
        "public Task Rule(Scenario scenario) => null!;",
        "DHP003: Rule returns null where it has to return an object of type Task; return one, or let it return bool")]
    [InlineData("public Task Rule(Scenario scenario) { Task? one = null; return one!; }", "DHP003: Rule returns null ")]
    [InlineData("public Lazy<bool> Rule(Scenario scenario) { Lazy<bool>? one = null; return one!; }", "DHP003: ")]
    [InlineData(
        "public Task Rule(Scenario scenario) => scenario.Operations.IsEmpty ? Task.CompletedTask : null!;", "DHP003: ")]
    [InlineData(
        "public Task Rule(Scenario scenario) => 1 switch { 0 => Task.CompletedTask, _ => null! };",
        "DHP003: ")]
    [InlineData("public Property Rule(Scenario scenario) { return default!; }", "DHP003: Rule returns null ")]
    public async Task What_a_property_cannot_return_is_told(string rule, string told) =>
        Assert.StartsWith(told, Assert.Single(await Found(Drawn + rule)), StringComparison.Ordinal);

    [Theory]
    [InlineData("MaxTest = 1")]
    [InlineData("MaxTest = 1000, Replay = \"\"")]
    [InlineData("Parallelism = 0")]
    [InlineData("Parallelism = -1")]
    [InlineData("StartSize = 0, EndSize = 1000")]
    [InlineData("Arbitrary = [typeof(Hidden)]")]
    [InlineData("Arbitrary = []")]
    [InlineData("Replay = \"(1301377271217414843,16212231061912301281,41)\"")]
    [InlineData("Replay = \"1,3\"")]
    public async Task What_an_attribute_can_take_is_left_alone(string argument) =>
        Assert.Empty(await Found($"[Property({argument})] public bool Rule(int number) => true;"));

    [Theory]
    [InlineData("MaxTest = 0", "DHP004: MaxTest is 0, so that the property would never end; give a number from 1")]
    [InlineData("MaxTest = -7", "DHP004: MaxTest is -7, so")]
    [InlineData("Replay = \"seed\"", "DHP005: Replay is \"seed\", which FsCheck cannot read, or whose second number ")]
    [InlineData("Replay = \"(1)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,-3)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,2)\"", "DHP005: ")]
    [InlineData("Replay = \"(0,0)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,3,big)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,3,-4)\"", "DHP005: ")]
    [InlineData("Replay = \"(1,3,4,5)\"", "DHP005: ")]
    [InlineData(
        "Arbitrary = [typeof(Empty)]",
        "DHP006: Empty in Arbitrary generates nothing, because it has no static member that returns an Arbitrary; "
            + "derive it from PartitionScenarios<Empty>, or leave it out")]
    [InlineData(
        "Arbitrary = null!",
        "DHP006: null in Arbitrary generates nothing, because it is no class; name one, or leave it out")]
    [InlineData("Arbitrary = [typeof(PartitionScenarios), null!]", "DHP006: null in Arbitrary generates nothing")]
    [InlineData(
        "Arbitrary = [typeof(PartitionScenarios<>)]",
        "DHP006: PartitionScenarios<> in Arbitrary generates nothing, because it has no type argument; derive a class "
            + "from it, and name that class")]
    [InlineData("Parallelism = -5", "DHP004: Parallelism is -5, so that the property would never end; give a number")]
    [InlineData("EndSize = -1", "DHP011: EndSize is -1, which FsCheck cannot take; give a number from 0 to 2147483646")]
    [InlineData("StartSize = -1", "DHP011: StartSize is -1")]
    [InlineData("EndSize = int.MaxValue", "DHP011: EndSize is 2147483647")]
    [InlineData("Timeout = 100", "DHP009: FsCheck ignores Timeout in xunit 2; leave it out, and give RunOn a limit")]
    public async Task What_an_attribute_cannot_take_is_told_wherever_it_is(string argument, string told)
    {
        Assert.StartsWith(
            told,
            Assert.Single(await Found($"[Property({argument})] public bool Rule(int number) => true;")),
            StringComparison.Ordinal);
        Assert.StartsWith(
            told,
            Assert.Single(await Found("[Property] public bool Rule(int number) => true;", $"[Properties({argument})]")),
            StringComparison.Ordinal);
        Assert.StartsWith(
            told,
            Assert.Single(await Found(
                "[Property] public bool Rule(int number) => true;", begin: $"[assembly: Properties({argument})]")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_limit_is_kept_in_xunit_v3_and_so_left_alone() => Assert.Empty(
        await CompiledProperties.Found(
            "using FsCheck.Xunit; class A { [Property(Timeout = 100)] public void Rule() { } }", xunit3: true));

    [Theory]
    [InlineData("public void Rule(Scenario scenario) { Check(); }")]
    [InlineData("public void Rule(Scenario scenario) { _ = Check(); }")]
    [InlineData("public void Rule(Scenario scenario) { var task = Check(); }")]
    [InlineData("public void Rule(Scenario scenario) => Check();")]
    [InlineData("public bool Rule(Scenario scenario) { scenario.Operations.ToList().ForEach(one => { Check(); }); "
        + "return true; }")]
    public async Task What_is_started_and_not_awaited_is_told(string rule)
    {
        const string Check = " static Task Check() => Task.CompletedTask;";
        Assert.Equal(
            "DHP010: Rule starts a Task and does not wait for it, so that it passes before that has ended; await it",
            Assert.Single(await Found(Drawn + rule + Check)));
        Assert.Empty(await Found(rule + Check));
    }

    [Theory]
    [InlineData("Check().ConfigureAwait(false);", "ConfiguredTaskAwaitable")]
    [InlineData("Later();", "ValueTask")]
    [InlineData("Later().ConfigureAwait(false);", "ConfiguredValueTaskAwaitable")]
    public async Task What_stands_for_a_task_is_awaited_as_well(string statement, string type) => Assert.Equal(
        $"DHP010: Rule starts a {type} and does not wait for it, so that it passes before that has ended; await it",
        Assert.Single(await Found(
            Drawn + $"public void Rule(Scenario scenario) {{ {statement} }}"
                + " static Task Check() => Task.CompletedTask; static ValueTask Later() => default;")));

    [Theory]
    [InlineData("[Property] public bool Rule(Scenario[] scenarios) => true;")]
    [InlineData("[Property] public bool Rule(List<Scenario> scenarios) => true;")]
    [InlineData("[Property] public bool Rule(Tuple<int, Scenario> pair) => true;")]
    [InlineData("[Property] public bool Rule(Scenario scenario) => true;")]
    [InlineData("[Property(Arbitrary = [typeof(Numbers)])] public bool Rule(int number, Scenario scenario) => true;")]
    public async Task A_property_that_nothing_is_drawn_for_is_told(string rule)
    {
        Assert.Equal(
            "DHP007: Nothing says how the scenarios of Rule are drawn; add Arbitrary = [typeof(PartitionScenarios)] to "
                + "its attribute",
            Assert.Single(await Found(rule)));
        Assert.Empty(await Found(rule, "[Properties(Arbitrary = [typeof(PartitionScenarios)])]"));
        Assert.Empty(await Found(rule, begin: "[assembly: Properties(Arbitrary = [typeof(Mine)])]"));
    }

    [Fact]
    public async Task An_attribute_of_ones_own_may_say_how_scenarios_are_drawn() => Assert.Empty(await Found(
        "[Scenarios] public bool Rule(Scenario scenario) => true;",
        after: "sealed class ScenariosAttribute : PropertyAttribute "
            + "{ public ScenariosAttribute() => Arbitrary = [typeof(PartitionScenarios)]; }"));

    [Fact]
    public async Task A_derived_class_may_say_how_scenarios_are_drawn() => Assert.Empty(await Found(
        "",
        after: "public abstract class Rules { [Property] public bool Rule(Scenario scenario) => true; } "
            + "[Properties(Arbitrary = [typeof(PartitionScenarios)])] public sealed class Of : Rules { }"));

    [Theory]
    [InlineData("sealed class Other : PartitionScenarios<Mine> { }")]
    [InlineData("sealed class Other : Mine { }")]
    public async Task A_class_that_has_the_scenarios_of_another_is_told(string other) => Assert.Equal(
        "DHP008: Other derives from PartitionScenarios<Mine>, so that its own overrides are ignored; derive it from "
            + "PartitionScenarios<Other>",
        Assert.Single(await Found("", after: other)));

    [Fact]
    public async Task A_class_between_is_left_alone() => Assert.Empty(await Found(
        "",
        after: "abstract class Short<T> : PartitionScenarios<T> where T : Short<T>, new() { } "
            + "sealed class Shorter : Short<Shorter> { }"));

    [Fact]
    public async Task What_is_no_property_is_left_alone() => Assert.Empty(await Found(
        "public async void Rule(Scenario scenario) => await Task.Yield(); public Task? None() => null;"));

    [Fact]
    public void The_page_lists_each_id_and_no_other() => Assert.Equal(
        new PropertyAnalyzer().SupportedDiagnostics.Select(one => one.Id).Order(StringComparer.Ordinal),
        Id().Matches(File.ReadAllText(RepositoryRoot.Of("specs", "dotnet.md"))).Select(one => one.Value).Distinct());

    private static Task<string[]> Found(string member, string attribute = "", string begin = "", string after = "") =>
        CompiledProperties.Found($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
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
