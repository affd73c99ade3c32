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
        Mistake.Undrawn, Mistake.NotItself, Mistake.Timeout, Mistake.Unawaited, Mistake.OutOfRange,
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
                start.RegisterOperationAction(
                    one => Report(one.ReportDiagnostic, InStatement(one, types)),
                    OperationKind.ExpressionStatement,
                    OperationKind.VariableDeclarator);
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

        if (method.Parameters.Any(parameter => types.HasScenarios(parameter.Type))
            && AreScenariosMissing(method, types))
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
                case ("MaxTest", int and < 1 and var number):
                    yield return Diagnostic.Create(Mistake.Endless, place, argument.Key, number);
                    break;
                case ("Parallelism", int and < -1 and var threads):
                    yield return Diagnostic.Create(Mistake.Endless, place, argument.Key, threads);
                    break;
                case ("StartSize" or "EndSize", int and (< 0 or int.MaxValue) and var size):
                    yield return Diagnostic.Create(Mistake.OutOfRange, place, argument.Key, size, "0 to 2147483646");
                    break;
                case ("Replay", string text) when text.Length > 0 && !IsReplay(text):
                    yield return Diagnostic.Create(Mistake.Replay, place, text);
                    break;
                case ("Timeout", int) when types.IsOfXunit2(attribute):
                    yield return Diagnostic.Create(Mistake.Timeout, place);
                    break;
            }
        }

        foreach (var (name, why) in In(attribute).Select(type => (Name(type), WhyNothing(type, types))))
        {
            if (why is not null)
            {
                yield return Diagnostic.Create(Mistake.NothingDrawn, place, name, why);
            }
        }
    }

    // Null for a class that generates something.
    private static string? WhyNothing(ITypeSymbol? type, FsCheckTypes types) => type switch
    {
        null => "is no class; name one, or leave it out",
        INamedTypeSymbol { IsUnboundGenericType: true } =>
            "has no type argument; derive a class from it, and name that class",
        _ when types.GeneratedBy(type).Any() => null,
        _ => "has no static member that returns an Arbitrary; derive it from "
            + $"PartitionScenarios<{type.Name}>, or leave it out",
    };

    private static string Name(ITypeSymbol? type) => type is null ? "null" : Short(type);

    private static IEnumerable<Diagnostic> InReturn(OperationAnalysisContext context, FsCheckTypes types)
    {
        var operation = (IReturnOperation)context.Operation;
        if (context.ContainingSymbol is IMethodSymbol { IsAsync: false, ReturnType.IsReferenceType: true } method
            && operation.ReturnedValue is { } value
            && types.Of(method).Any()
            && !FsCheckTypes.IsUnit(method.ReturnType)
            && !Around(operation).Any(one => one is IAnonymousFunctionOperation or ILocalFunctionOperation)
            && IsNull(value))
        {
            yield return Diagnostic.Create(
                Mistake.Null, value.Syntax.GetLocation(), method.Name, Short(method.ReturnType));
        }
    }

    // Started and left alone, in the property itself or in a function within it.
    private static IEnumerable<Diagnostic> InStatement(OperationAnalysisContext context, FsCheckTypes types)
    {
        // Asked first: to look for the uses of a variable takes a walk through the whole method.
        if (context.ContainingSymbol is not IMethodSymbol method || !types.Of(method).Any())
        {
            yield break;
        }

        var started = context.Operation switch
        {
            IExpressionStatementOperation
            {
                Operation: ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var discarded },
            } => discarded,
            IExpressionStatementOperation statement => statement.Operation,
            IVariableDeclaratorOperation variable when !IsRead(variable) => variable.GetVariableInitializer()?.Value,
            _ => null,
        };
        if (started is IInvocationOperation && FsCheckTypes.IsAwaited(started.Type))
        {
            yield return Diagnostic.Create(
                Mistake.Unawaited, started.Syntax.GetLocation(), method.Name, Short(started.Type!));
        }
    }

    private static bool IsRead(IVariableDeclaratorOperation variable) => Around(variable).Last().Descendants()
        .OfType<ILocalReferenceOperation>().Any(one => FsCheckTypes.Same(one.Local, variable.Symbol));

    // What is not known until a test runs is not missing: the attribute of a derived class, or what the constructor of
    // an attribute of one's own sets.
    private static bool AreScenariosMissing(IMethodSymbol method, FsCheckTypes types)
    {
        var attributes = Places(method).SelectMany(types.Of).ToList();
        return !method.ContainingType.IsAbstract
            && attributes.All(FsCheckTypes.IsPlain)
            && !attributes.SelectMany(In).OfType<ITypeSymbol>().SelectMany(types.GeneratedBy).Any(types.IsScenario);
    }

    // Where FsCheck looks for an attribute: at the method, at classes around it with their bases, and at the assembly.
    private static IEnumerable<ISymbol> Places(IMethodSymbol method)
    {
        yield return method;
        yield return method.ContainingAssembly;
        for (var around = method.ContainingType; around is not null; around = around.ContainingType)
        {
            foreach (var type in FsCheckTypes.Lineage(around))
            {
                yield return type;
            }
        }
    }

    // The classes that an attribute names; null for a null among them, or in their place.
    private static IEnumerable<ITypeSymbol?> In(AttributeData attribute) =>
        from argument in attribute.NamedArguments
        where argument is { Key: "Arbitrary", Value.Kind: TypedConstantKind.Array }
        from one in argument.Value.IsNull ? [null] : argument.Value.Values.Select(value => value.Value)
        select one as ITypeSymbol;

    // As FsCheck reads it: brackets may be missing, a size may follow, and the second number, by which its random
    // numbers advance, is odd. An even one ends the host of all tests in xunit 2.
    private static bool IsReplay(string text)
    {
        var parts = text.Trim('(', ')').Split([','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 2 or 3
            && parts.All(part => ulong.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            && ulong.Parse(parts[1], CultureInfo.InvariantCulture) % 2 == 1
            && (parts.Length == 2 || ulong.Parse(parts[2], CultureInfo.InvariantCulture) < int.MaxValue);
    }

    private static bool IsNull(IOperation value) => value switch
    {
        IConversionOperation conversion => IsNull(conversion.Operand),
        IConditionalOperation choice => IsNull(choice.WhenTrue) || (choice.WhenFalse is { } other && IsNull(other)),
        ISwitchExpressionOperation choice => choice.Arms.Any(arm => IsNull(arm.Value)),
        ILocalReferenceOperation one => IsNullForGood(one),
        IDefaultValueOperation => true,
        _ => value.ConstantValue is { HasValue: true, Value: null },
    };

    // A variable that is null from the start and that nothing else is assigned to.
    private static bool IsNullForGood(ILocalReferenceOperation reference)
    {
        var all = Around(reference).Last().Descendants().ToList();
        return all.OfType<IVariableDeclaratorOperation>().Any(one =>
                FsCheckTypes.Same(one.Symbol, reference.Local)
                && one.GetVariableInitializer() is { } initial && IsNull(initial.Value))
            && !all.OfType<ILocalReferenceOperation>().Any(one =>
                FsCheckTypes.Same(one.Local, reference.Local) && IsWritten(one));
    }

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
        ITupleOperation or IAddressOfOperation => true,
        _ => false,
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
