using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace DhpConformance.Xunit3;

/// <summary>Marks the method of <see cref="ConformanceTests"/> that becomes a test for each rule and profile.</summary>
/// <param name="sourceFilePath">Filled in by the compiler.</param>
/// <param name="sourceLineNumber">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(RuleDiscoverer))]
public sealed class RuleFactAttribute(
    [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber);
