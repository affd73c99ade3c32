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

    /// <summary>Whether FsCheck knows what it means that a property returns such a thing.</summary>
    public bool CanJudge(ITypeSymbol type) => type.SpecialType is SpecialType.System_Void or SpecialType.System_Boolean
        || Same(type, task)
        || (Same(type.OriginalDefinition, taskOf)
            && ((INamedTypeSymbol)type).TypeArguments[0].SpecialType == SpecialType.System_Boolean)
        || type.ContainingNamespace?.ToDisplayString().Split('.')[0] is "FsCheck"
        || type.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.FSharp", StringComparison.Ordinal)
            == true
        || type is INamedTypeSymbol { Name: "Lazy", Arity: 1 } lazy && CanJudge(lazy.TypeArguments[0]);

    public bool IsScenario(ITypeSymbol type) => Same(type, scenario);

    /// <summary>What a type draws, by its public static members and those of its bases.</summary>
    public IEnumerable<ITypeSymbol> DrawnBy(ITypeSymbol type) =>
        from one in Lineage(type)
        from member in one.GetMembers()
        where member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public }
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

    private bool IsProperty(INamedTypeSymbol type) => attributes.Any(attribute => Same(type, attribute));
}
