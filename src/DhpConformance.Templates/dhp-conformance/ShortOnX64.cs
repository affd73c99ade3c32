using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;
using DhpConformance.Testing;

namespace Acme;

/// <summary>Ten operations on one operating system, on servers that make the claims of MyServer.</summary>
public sealed class ShortOnX64 : PartitionScenarios<ShortOnX64>
{
    /// <summary>All built-in ones without this; ProfileFile.Parse reads your own.</summary>
    protected override ImmutableArray<Profile> Profiles => [ProfileCatalog.Find("windows-server-2008-x64")!];

    /// <summary>20 without this.</summary>
    protected override int Length => 10;

    /// <summary>Every claim there is without this.</summary>
    protected override ImplementationDescription Server => new MyServer().Describe();
}
