using DhpConformance.Abstractions;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Testing;

namespace DhpConformance.Xunit;

/// <summary>
/// Derive a class, override <see cref="CreateServer"/>, and there is a test for each rule and profile, named by the
/// rule: <c>dotnet test --filter "DisplayName~REP-01"</c>. What is not claimed is skipped, with the reason.
/// </summary>
public abstract class ConformanceTests : IConformanceSubject
{
    /// <summary>What is run; all built-in profiles unless it is overridden. Asked when tests are discovered.</summary>
    protected virtual SuiteOptions Options => new() { Profiles = ProfileCatalog.All };

    SuiteOptions IConformanceSubject.Options => Options;

    /// <summary>
    /// The rules that the server is known to break; none unless it is overridden, by a list or by what
    /// <see cref="KnownFailureList.Parse"/> makes of a file. They are skipped, and fail once nothing breaks them.
    /// </summary>
    protected virtual KnownFailureList KnownFailures => KnownFailureList.None;

    KnownFailureList IConformanceSubject.KnownFailures => KnownFailures;

    /// <summary>Makes the server that is judged; called several times.</summary>
    protected abstract IPartitionableServer CreateServer();

    IPartitionableServer IConformanceSubject.CreateServer() => CreateServer();

    /// <summary>Is called once for each rule and profile, with what became of it.</summary>
    [RuleFact]
    public void Rule(RuleJudgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        judgement.ThrowIfNotKept();
    }
}
