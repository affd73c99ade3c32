using DhpConformance.Abstractions;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Testing;
using Xunit;

namespace DhpConformance.Xunit3;

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

    /// <summary>Judges one rule in one profile.</summary>
    [RuleFact]
    public void Rule(string rule, string profile)
    {
        // What xunit keeps here is shared by all tests of a run, and forgotten with it.
        var run = (ConformanceRun)TestContext.Current.KeyValueStorage.GetOrAdd(
            $"{nameof(ConformanceRun)} of {GetType().AssemblyQualifiedName}", _ => ConformanceRun.Of(this))!;
        var judgement = run.Judge(new RuleTest(rule, profile));
        if (judgement.Skipped is { } reason)
        {
            throw new RuleSkippedException(reason);
        }

        judgement.ThrowIfNotKept();
    }
}
