using System.Collections.Immutable;
using DhpConformance.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DhpConformance.Tests.Analyzers;

/// <summary>Compiles properties as an adopter would, and keeps what the analyzer tells of them.</summary>
internal static class CompiledProperties
{
    private const string OfXunit2 = "FsCheck.Xunit";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // The attribute as xunit v3 has it, which cannot be loaded beside that of xunit 2.
    private static readonly MetadataReference OfXunit3 = Compilation(
        "FsCheck.Xunit.v3",
        "namespace FsCheck.Xunit { public class PropertyAttribute : System.Attribute { public int Timeout; }}",
        [.. References.Where(one => !IsOfXunit2(one))]).ToMetadataReference();

    /// <summary>Each sentence with its id. The code has to compile: other code has no diagnostics of ours.</summary>
    public static async Task<string[]> Found(string code, bool xunit3 = false)
    {
        var compilation = Compilation(
            "Sample",
            code,
            xunit3 ? [.. References.Where(one => !IsOfXunit2(one)), OfXunit3] : References);
        Assert.Empty(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers([new PropertyAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.All(found, one => Assert.Equal(DiagnosticSeverity.Error, one.Severity));
        return [.. found.Select(one => $"{one.Id}: {one.GetMessage()}").Order(StringComparer.Ordinal)];
    }

    private static CSharpCompilation Compilation(
        string name, string code, ImmutableArray<MetadataReference> references) =>
        CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsOfXunit2(MetadataReference reference) =>
        Path.GetFileNameWithoutExtension(reference.Display) == OfXunit2;
}
