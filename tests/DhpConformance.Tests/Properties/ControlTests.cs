using System.Reflection;
using DhpConformance.Tests.Engine.Results;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Properties;

/// <summary>A property that never fails may not check: each one catches a mutated subject.</summary>
public sealed class ControlTests
{
    private static readonly Dictionary<Type, Control[]> Controls = typeof(Control).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IControlled)))
        .ToDictionary(type => type, ControlsOf);

    public static TheoryData<string> Properties =>
        [.. All().Select(property => $"{property.Class.FullName} {property.Method.Name}")];

    [Theory]
    [MemberData(nameof(Properties))]
    public void The_property_catches_each_of_its_mutated_subjects(string property)
    {
        var (type, method) = All().Single(one => $"{one.Class.FullName} {one.Method.Name}" == property);
        var controls = Controls.GetValueOrDefault(type, []).Where(control => control.Property == method.Name).ToList();
        Assert.NotEmpty(controls);
        Assert.All(
            controls, control => Assert.True(Falsification.Of(control), $"A mutated subject of {property} holds."));
    }

    [Fact]
    public void There_are_as_many_properties_as_there_were() => Assert.InRange(All().Count(), 100, int.MaxValue);

    [Fact]
    public void No_control_is_of_a_property_that_there_is_not()
    {
        var known = All().Select(property => (property.Class, property.Method.Name)).ToHashSet();
        Assert.All(
            Controls.SelectMany(pair => pair.Value.Select(control => (pair.Key, control.Property))),
            control => Assert.Contains(control, known));
    }

    [Fact]
    public void A_control_that_holds_is_noticed() =>
        Assert.False(Falsification.Of(new(nameof(ShardProperties.Each_piece_is_in_one_share), new ShardProperties())));

    private static IEnumerable<(Type Class, MethodInfo Method)> All() =>
        from type in typeof(Control).Assembly.GetTypes()
        where !type.IsAbstract
        from method in type.GetMethods()
        where method.IsDefined(typeof(PropertyAttribute))
        select (type, method);

    private static Control[] ControlsOf(Type type) =>
        [.. (IEnumerable<Control>)type.GetProperty(nameof(IControlled.Controls))!.GetValue(null)!];
}
