using System.CommandLine;
using DhpConformance.Campaigns.Storage;
using DhpConformance.Cli;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.Campaigns.Commands;

/// <summary>Which campaign of which cluster is meant.</summary>
internal sealed class ClusterOptionSet
{
    private readonly Option<string> cluster = new("--cluster")
    {
        HelpName = "CONNECTION",
        Description = "The PostgreSQL database of the cluster, such as \"Host=db;Database=dhp;Username=dhp\"; a "
            + "password may be in PGPASSWORD.",
    };

    private readonly Option<string> name = new("--name")
    {
        HelpName = "NAME",
        Description = "The name of the campaign in the cluster.",
        DefaultValueFactory = _ => "campaign",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(cluster);
        command.Add(name);
    }

    /// <summary>The database that is named, and found to be usable; null if none is named.</summary>
    public async Task<ClusterDatabase?> Find(ParseResult parsed)
    {
        if (parsed.GetValue(cluster) is not { } connection)
        {
            return null;
        }

        var database = new ClusterDatabase(connection);
        await database.Check();
        return database;
    }

    /// <summary>The database that is named, whatever is in it.</summary>
    /// <exception cref="BadInputException">None is named.</exception>
    public ClusterDatabase Named(ParseResult parsed) => parsed.GetValue(cluster) is { } connection
        ? new ClusterDatabase(connection)
        : throw new BadInputException(
            "A campaign in one process is for nobody else to ask; give --cluster to say which cluster is meant.");

    /// <summary>The name of the campaign.</summary>
    /// <exception cref="BadInputException">It cannot be one.</exception>
    public string Name(ParseResult parsed) => parsed.GetValue(name) is { } text && HyphenatedName.Is(text)
        ? text
        : throw new BadInputException($"--name is \"{parsed.GetValue(name)}\"; write {HyphenatedName.Form}.");
}
