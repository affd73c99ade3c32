using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DhpConformance.Analyzers;

/// <summary>Looks at every property of FsCheck, before any is run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Mistake.AsyncVoid, Mistake.ReturnType, Mistake.Null, Mistake.Endless, Mistake.Replay, Mistake.NothingDrawn,
        Mistake.Undrawn, Mistake.NotItself, Mistake.Timeout,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var types = new FsCheckTypes(start.Compilation);
            if (types.Any)
            {
                start.RegisterSymbolAction(
                    one => Report(one.ReportDiagnostic, InMethod((IMethodSymbol)one.Symbol, types)), SymbolKind.Method);
                start.RegisterSymbolAction(
                    one => Report(one.ReportDiagnostic, InType((INamedTypeSymbol)one.Symbol, types)),
                    SymbolKind.NamedType);
                start.RegisterOperationAction(
                    one => Report(one.ReportDiagnostic, InReturn(one, types)), OperationKind.Return);
                start.RegisterSemanticModelAction(
                    one => Report(one.ReportDiagnostic, InFile(one.SemanticModel, types)));
            }
        });
    }

    private static void Report(Action<Diagnostic> report, IEnumerable<Diagnostic> found)
    {
        foreach (var one in found)
        {
            report(one);
        }
    }

    private static IEnumerable<Diagnostic> InMethod(IMethodSymbol method, FsCheckTypes types)
    {
        if (types.Of(method).FirstOrDefault() is not { } attribute)
        {
            yield break;
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            yield return Diagnostic.Create(Mistake.AsyncVoid, method.Locations[0], method.Name);
        }

        if (!types.CanJudge(method.ReturnType))
        {
            yield return Diagnostic.Create(
                Mistake.ReturnType, method.Locations[0], method.Name, Short(method.ReturnType));
        }

        if (method.Parameters.Any(parameter => types.IsScenario(parameter.Type))
            && !Drawing(method, types).SelectMany(types.DrawnBy).Any(types.IsScenario))
        {
            yield return Diagnostic.Create(Mistake.Undrawn, method.Locations[0], method.Name);
        }

        foreach (var one in InAttribute(attribute, types))
        {
            yield return one;
        }
    }

    private static IEnumerable<Diagnostic> InType(INamedTypeSymbol type, FsCheckTypes types)
    {
        if (!type.IsAbstract && types.SelfOf(type) is { } self && !FsCheckTypes.Same(self, type))
        {
            yield return Diagnostic.Create(Mistake.NotItself, type.Locations[0], type.Name, self.Name);
        }

        foreach (var one in types.Of(type).SelectMany(attribute => InAttribute(attribute, types)))
        {
            yield return one;
        }
    }

    // Attributes of the assembly apply to all properties in it.
    private static IEnumerable<Diagnostic> InFile(SemanticModel model, FsCheckTypes types) =>
        types.Of(model.Compilation.Assembly)
            .Where(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree == model.SyntaxTree)
            .SelectMany(attribute => InAttribute(attribute, types));

    private static IEnumerable<Diagnostic> InAttribute(AttributeData attribute, FsCheckTypes types)
    {
        var place = attribute.ApplicationSyntaxReference is { } syntax
            ? Location.Create(syntax.SyntaxTree, syntax.Span)
            : Location.None;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument.Key, argument.Value.Kind == TypedConstantKind.Array ? null : argument.Value.Value)
            {
                case ("MaxTest", int number) when number < 1:
                    yield return Diagnostic.Create(Mistake.Endless, place, argument.Key, number);
                    break;
                case ("Replay", string text) when text.Length > 0 && !IsReplay(text):
                    yield return Diagnostic.Create(Mistake.Replay, place, text);
                    break;
                case ("Timeout", int) when types.IsOfXunit2(attribute):
                    yield return Diagnostic.Create(Mistake.Timeout, place);
                    break;
            }
        }

        foreach (var type in In(attribute).Where(type => !types.DrawnBy(type).Any()))
        {
            yield return Diagnostic.Create(Mistake.NothingDrawn, place, type.Name);
        }
    }

    private static IEnumerable<Diagnostic> InReturn(OperationAnalysisContext context, FsCheckTypes types)
    {
        var operation = (IReturnOperation)context.Operation;
        if (context.ContainingSymbol is IMethodSymbol { IsAsync: false, ReturnType.IsReferenceType: true } method
            && operation.ReturnedValue is { } value
            && IsNull(value)
            && !Around(operation).Any(one => one is IAnonymousFunctionOperation or ILocalFunctionOperation)
            && types.Of(method).Any())
        {
            yield return Diagnostic.Create(
                Mistake.Null, value.Syntax.GetLocation(), method.Name, Short(method.ReturnType));
        }
    }

    // The classes that FsCheck looks at for a property: named by the method, by classes around it and the assembly.
    private static IEnumerable<ITypeSymbol> Drawing(IMethodSymbol method, FsCheckTypes types)
    {
        var places = new List<ISymbol> { method, method.ContainingAssembly };
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            places.AddRange(FsCheckTypes.Lineage(type));
        }

        return places.SelectMany(types.Of).SelectMany(In);
    }

    private static IEnumerable<ITypeSymbol> In(AttributeData attribute) =>
        from argument in attribute.NamedArguments
        where argument is { Key: "Arbitrary", Value: { Kind: TypedConstantKind.Array, IsNull: false } }
        from one in argument.Value.Values
        where one.Value is ITypeSymbol
        select (ITypeSymbol)one.Value!;

    // As FsCheck reads it: brackets may be missing, and a size may follow.
    private static bool IsReplay(string text)
    {
        var parts = text.Trim('(', ')').Split([','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 2 or 3
            && parts.All(part => ulong.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            && (parts.Length == 2 || ulong.Parse(parts[2], CultureInfo.InvariantCulture) < int.MaxValue);
    }

    private static bool IsNull(IOperation value) => value switch
    {
        IConversionOperation conversion => IsNull(conversion.Operand),
        IDefaultValueOperation => true,
        _ => value.ConstantValue is { HasValue: true, Value: null },
    };

    private static IEnumerable<IOperation> Around(IOperation operation)
    {
        for (var one = operation.Parent; one is not null; one = one.Parent)
        {
            yield return one;
        }
    }

    private static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
