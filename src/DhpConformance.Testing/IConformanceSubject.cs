using DhpConformance.Abstractions;
using DhpConformance.Engine.Campaigns;

namespace DhpConformance.Testing;

/// <summary>What a test class has to say: whom to judge, and how.</summary>
public interface IConformanceSubject
{
    /// <summary>What to run; asked before there is a server.</summary>
    SuiteOptions Options { get; }

    /// <summary>Makes a server.</summary>
    IPartitionableServer CreateServer();
}
