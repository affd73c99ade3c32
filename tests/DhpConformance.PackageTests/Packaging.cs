namespace DhpConformance.PackageTests;

/// <summary>The tests that share the packages; packing takes longer than any of them.</summary>
[CollectionDefinition(nameof(Packaging))]
public sealed class Packaging : ICollectionFixture<PackageFeed>;
