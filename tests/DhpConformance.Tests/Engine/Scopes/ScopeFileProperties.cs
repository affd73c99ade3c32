using System.Text.Json;
using DhpConformance.Engine;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Scopes;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Engine.Scopes;

/// <summary>Files with a scope.</summary>
public sealed class ScopeFileProperties : CodecProperties<ScopeDefinition>, IControlled
{
    private static readonly Codec<ScopeDefinition> Real = new(
        Write: value => JsonSerializer.Serialize(value, ResultsJson.Default.ScopeDefinition),
        Read: ScopeFile.Parse,
        Refuses: exception => exception is UnusableFileException);

    public ScopeFileProperties()
        : base(Real)
    {
    }

    internal ScopeFileProperties(Codec<ScopeDefinition> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        BuiltInScopes.All[0],
        scope => scope with { Units = [.. scope.Units.Select(unit => unit with { Partition = null })] },
        codec => new ScopeFileProperties(codec));
}
