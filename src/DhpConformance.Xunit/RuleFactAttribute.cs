using Xunit;
using Xunit.Sdk;

namespace DhpConformance.Xunit;

/// <summary>Marks the method of <see cref="ConformanceTests"/> that becomes a test for each rule and profile.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("DhpConformance.Xunit.RuleDiscoverer", "DhpConformance.Xunit")]
public sealed class RuleFactAttribute : FactAttribute;
