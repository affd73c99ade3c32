using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.House;

/// <summary>Abstractions and Model: nothing in them changes, and nobody derives from them unasked.</summary>
public sealed class ImmutabilityTests
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly IEnumerable<Type> Types =
        from assembly in new[] { typeof(Operation).Assembly, typeof(Rule).Assembly }
        from type in assembly.GetTypes()
        where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.DeclaringType is null
        where !type.IsEnum && !type.IsAssignableTo(typeof(Delegate))
        where !type.IsAssignableTo(typeof(JsonSerializerContext)) // Generated, with caches of its own.
        where type.Namespace?.StartsWith("Coverlet", StringComparison.Ordinal) != true // Woven in: counts what is run.
        select type;

    [Fact]
    public void Nothing_changes() => Problems.None(Types.SelectMany(Changeable));

    [Fact]
    public void Classes_are_sealed() => Assert.DoesNotContain(Types, Open);

    [Fact]
    public void There_are_types_to_look_at() => Assert.Contains(typeof(Profile), Types);

    [Fact]
    public void What_changes_is_noticed() =>
        Assert.Equal(["Loose.Field", "Loose.Property"], Changeable(typeof(Loose)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_class_that_is_not_sealed_is_noticed() => Assert.True(Open(typeof(Loose)));

    private static IEnumerable<string> Changeable(Type type)
    {
        var fields = type.GetFields(Own)
            .Where(field => field is { IsInitOnly: false, IsLiteral: false })
            .Where(field => !field.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(field => field.Name);
        var properties = type.GetProperties(Own)
            .Where(property => property.SetMethod is { } set && !IsInit(set))
            .Select(property => property.Name);
        return fields.Concat(properties).Select(name => $"{type.Name}.{name}");
    }

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    /// <summary>An exception may be narrowed by whoever throws it.</summary>
    private static bool Open(Type type) =>
        type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.IsAssignableTo(typeof(Exception));

    /// <summary>All that is forbidden, in one type.</summary>
    private class Loose
    {
        public int Field = 1;

        public int Property { get; set; }

        public int Fixed { get; init; }
    }

    private sealed class Derived : Loose;
}
