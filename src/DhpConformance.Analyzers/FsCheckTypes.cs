using Microsoft.CodeAnalysis;

namespace DhpConformance.Analyzers;

/// <summary>What a compilation has of FsCheck and of this suite.</summary>
internal sealed class FsCheckTypes
{
    // The same name in both packages, for xunit 2 and v3.
    private const string Attribute = "FsCheck.Xunit.PropertyAttribute";

    private readonly INamedTypeSymbol[] attributes;
    private readonly INamedTypeSymbol? arbitrary;
    private readonly INamedTypeSymbol? scenario;
    private readonly INamedTypeSymbol? scenarios;
    private readonly INamedTypeSymbol? task;
    private readonly INamedTypeSymbol? taskOf;

    public FsCheckTypes(Compilation compilation)
    {
        attributes = [.. compilation.GetTypesByMetadataName(Attribute)];
        arbitrary = compilation.GetTypeByMetadataName("FsCheck.Arbitrary`1");
        scenario = compilation.GetTypeByMetadataName("DhpConformance.Engine.Scenarios.Scenario");
        scenarios = compilation.GetTypeByMetadataName("DhpConformance.Testing.PartitionScenarios`1");
        task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        taskOf = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
    }

    /// <summary>Whether there is an attribute for properties at all.</summary>
    public bool Any => attributes.Length > 0;

    /// <summary>The attributes of something that make it a property, or say how properties in it are run.</summary>
    public IEnumerable<AttributeData> Of(ISymbol symbol) =>
        symbol.GetAttributes().Where(one => Lineage(one.AttributeClass).Any(IsProperty));

    /// <summary>Whether an attribute is that of xunit 2.</summary>
    public bool IsOfXunit2(AttributeData attribute) => Lineage(attribute.AttributeClass)
        .Any(type => IsProperty(type) && type.ContainingAssembly.Name == "FsCheck.Xunit");

    /// <summary>
    /// Whether an attribute is one that FsCheck has, and not one derived from it, whose constructor may say anything.
    /// </summary>
    public static bool IsPlain(AttributeData attribute) =>
        attribute.AttributeClass is { } type && IsOfFsCheck(type);

    /// <summary>Whether FsCheck knows what it means that a property returns such a thing.</summary>
    public bool CanJudge(ITypeSymbol type) => type.SpecialType is SpecialType.System_Void or SpecialType.System_Boolean
        || IsTask(type) && type is INamedTypeSymbol { TypeArguments: var results } && results.All(CanJudge)
        || type is INamedTypeSymbol { Name: "Lazy" or "Gen", Arity: 1 } around && CanJudge(around.TypeArguments[0])
        || (IsOfFsCheck(type) && type.Name is not ("Gen" or "Arbitrary" or "Config"))
        || (IsOfFSharp(type) && type.Name is not "FSharpOption");

    /// <summary>Whether this is a <c>Task</c>, with a result or without.</summary>
    private bool IsTask(ITypeSymbol? type) => Same(type, task) || Same(type?.OriginalDefinition, taskOf);

    /// <summary>Whether one waits for such a thing by <c>await</c>: a task, or what stands for one.</summary>
    public static bool IsAwaited(ITypeSymbol? type) =>
        type?.Name is "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable"
        && type.ContainingNamespace.ToDisplayString()
            is "System.Threading.Tasks" or "System.Runtime.CompilerServices";

    /// <summary>Whether the value of F# for "nothing" is meant, which is null.</summary>
    public static bool IsUnit(ITypeSymbol type) => IsOfFSharp(type) && type.Name == "Unit";

    /// <summary>Whether values of a type have scenarios in them, which FsCheck has to generate.</summary>
    public bool HasScenarios(ITypeSymbol type) => IsScenario(type) || type switch
    {
        IArrayTypeSymbol array => HasScenarios(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasScenarios),
        _ => false,
    };

    public bool IsScenario(ITypeSymbol type) => Same(type, scenario);

    /// <summary>What a type generates, by its static members and those of its bases, whoever may use them.</summary>
    public IEnumerable<ITypeSymbol> GeneratedBy(ITypeSymbol type) =>
        from one in Lineage(type)
        from member in one.GetMembers()
        where member.IsStatic
        let returned = member is IPropertySymbol property ? property.Type : (member as IMethodSymbol)?.ReturnType
        where Same(returned?.OriginalDefinition, arbitrary)
        select ((INamedTypeSymbol)returned).TypeArguments[0];

    /// <summary>Whose scenarios the type has by inheritance; null if it has none.</summary>
    public ITypeSymbol? SelfOf(ITypeSymbol type) => Lineage(type)
        .FirstOrDefault(one => Same(one.OriginalDefinition, scenarios))?.TypeArguments[0];

    public static bool Same(ISymbol? one, ISymbol? other) =>
        one is not null && SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>A type and its bases.</summary>
    public static IEnumerable<INamedTypeSymbol> Lineage(ITypeSymbol? type)
    {
        for (var one = type as INamedTypeSymbol; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    private static bool IsOfFsCheck(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString().Split('.')[0] is "FsCheck";

    private static bool IsOfFSharp(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.FSharp", StringComparison.Ordinal) == true;

    private bool IsProperty(INamedTypeSymbol type) => attributes.Any(attribute => Same(type, attribute));
}
