namespace DhpConformance.CampaignTests;

/// <summary>A test that needs PostgreSQL. Where there is none it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Missing;

    /// <summary>What to install; null if it is.</summary>
    public static string? Missing => PostgresServer.Bin is null
        ? "PostgreSQL is not installed: apt-get install --no-install-recommends postgresql"
        : null;
}

/// <summary>The same for a test with several inputs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresFactAttribute.Missing;
}

/// <summary>Tests that share a server.</summary>
[CollectionDefinition(nameof(Postgres))]
public sealed class Postgres : ICollectionFixture<PostgresServer>;
