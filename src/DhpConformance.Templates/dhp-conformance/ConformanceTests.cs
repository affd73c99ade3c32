using DhpConformance.Abstractions;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;

namespace Acme;

/// <summary>
/// A test for each rule and operating system: <c>dotnet test --filter "DisplayName~REP-01"</c> runs those of one rule.
/// What MyServer does not claim in <c>Describe</c> is skipped.
/// </summary>
public sealed class ConformanceTests : DhpConformance.Xunit.ConformanceTests
{
    /// <summary>
    /// Which operating systems it is judged by, and if you like with how many Cases; without this, by all there are.
    /// </summary>
    protected override SuiteOptions Options => base.Options with
    {
        Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!],
    };

    /// <summary>The server that is judged.</summary>
    protected override IPartitionableServer CreateServer() => new MyServer();
}
