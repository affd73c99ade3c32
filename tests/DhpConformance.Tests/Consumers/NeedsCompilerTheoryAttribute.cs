using DhpConformance.Tests.Hosting.Adapters;

namespace DhpConformance.Tests.Consumers;

/// <summary>A test of programs in C, skipped with the reason where there is no compiler.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsCompilerTheoryAttribute : TheoryAttribute
{
    public NeedsCompilerTheoryAttribute() => Skip = new NeedsCommandFactAttribute("cc").Skip;
}
