using DhpConformance.Abstractions;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Testing;

/// <summary>What a test class has to say: whom to judge, and how.</summary>
public interface IConformanceSubject
{
    /// <summary>What to run; asked before there is a server.</summary>
    SuiteOptions Options { get; }

    /// <summary>The rules that it is known to break: they are skipped, and fail once nothing breaks them.</summary>
    KnownFailureList KnownFailures { get; }

    /// <summary>Makes a server.</summary>
    IPartitionableServer CreateServer();
}
