using DhpConformance.Campaigns.Coordination;
using DhpConformance.Campaigns.Storage;
using DhpConformance.Cli;

namespace DhpConformance.CampaignTests;

/// <summary>What is wrong with a cluster is said in a sentence, with what to do.</summary>
[Collection(nameof(Postgres))]
public sealed class ClusterInputTests(PostgresServer server) : IDisposable
{
    private readonly CampaignFolder folder = new();

    [Theory]
    [InlineData("nonsense", "is no connection string")]
    [InlineData("Database=dhp", "does not say which database on which host")]
    [InlineData("Host=127.0.0.1;Port=1;Database=dhp", "cannot be reached")]
    public void A_database_that_is_not_there(string connection, string sentence) =>
        folder.Campaign("status", "--cluster", connection).AssertError(5, sentence);

    [Theory]
    [InlineData("status")]
    [InlineData("init")]
    public void A_command_for_a_cluster_without_one(string command) =>
        folder.Campaign(command).AssertError(5, "give --cluster");

    [Fact]
    public void Nobody_who_works() => folder.Campaign("--coordinate-only").AssertError(5, "needs workers");

    [PostgresFact]
    public void A_wrong_password() => folder
        .Campaign("status", "--cluster", server.Connection("postgres", password: "wrong"))
        .AssertError(5, "lets nobody in as dhp");

    [PostgresFact]
    public void A_database_that_was_not_made() => folder
        .Campaign("status", "--cluster", server.Connection("nowhere"))
        .AssertError(5, "make it with `createdb nowhere`");

    [PostgresFact]
    public void Tables_that_are_missing_there_twice_or_old()
    {
        var connection = server.Create();
        folder.Campaign("status", "--cluster", connection).AssertError(5, "has no tables for campaigns");
        Assert.Equal(0, folder.Campaign("init", "--cluster", connection).Code);
        folder.Campaign("init", "--cluster", connection).AssertError(5, "nothing was changed");
        PostgresServer.Execute(connection, "UPDATE dhp_schema SET version = 0");
        folder.Campaign("status", "--cluster", connection).AssertError(5, "have version 0, and this build needs");
    }

    [PostgresFact]
    public async Task A_clock_that_is_wrong()
    {
        var connection = server.CreateCluster(folder);
        await new ClusterDatabase(connection).Check();
        var problem = await Assert.ThrowsAsync<BadInputException>(
            new ClusterDatabase(connection, new SetClock()).Check);
        Assert.Contains("min behind that of", problem.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_campaign_that_is_another_or_not_there_and_workers_that_do_not_fit()
    {
        var connection = server.CreateCluster(folder);
        string[] worker = ["worker", "--cluster", connection, "--name", "night"];
        folder.Campaign(worker).AssertError(5, "There is no campaign named night");

        var plan = LedgerTests.PlanOf("reference").Plan;
        await new ClusterDatabase(connection).Write("night", new CampaignState { Plan = plan }, version: 0);
        folder.Campaign("status", "--cluster", connection, "--name", "nihgt").AssertError(5, "(there is night)");
        folder.Campaign([.. worker, "--implementation", "mutant:accepts-adds"])
            .AssertError(5, "is for another implementation: it judges reference, and here is");
        folder.Campaign("--cluster", connection, "--name", "night", "--seed", "2", "--quiet")
            .AssertError(5, "There is a campaign named night in");
        PostgresServer.Execute(connection, "UPDATE dhp_campaign SET build = 'another'");
        folder.Campaign(worker).AssertError(5, "is of build another of the suite, and this worker is of build");
    }

    [PostgresFact]
    public async Task A_state_that_somebody_else_has_kept_is_not_overwritten()
    {
        var database = new ClusterDatabase(server.CreateCluster(folder));
        var state = new CampaignState { Plan = LedgerTests.PlanOf("reference").Plan };
        Assert.True(await database.Write("night", state, version: 0));
        Assert.False(await database.Write("night", state, version: 0));
        Assert.True(await database.Write("night", state, version: 1));
        Assert.False(await database.Write("night", state, version: 1));
        Assert.Equal(2, (await database.Read("night"))!.Value.Version);
    }

    public void Dispose() => folder.Dispose();
}
