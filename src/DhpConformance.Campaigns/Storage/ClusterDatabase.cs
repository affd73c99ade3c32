using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using DhpConformance.Campaigns.Coordination;
using DhpConformance.Cli;
using Npgsql;

namespace DhpConformance.Campaigns.Storage;

/// <summary>The database of a cluster. Whatever is wrong with it becomes a sentence.</summary>
internal sealed class ClusterDatabase
{
    /// <summary>The version of the tables that this build needs.</summary>
    public const int Schema = 1;

    // Members of a cluster compare times.
    private static readonly TimeSpan MostApart = TimeSpan.FromMinutes(1);

    private readonly NpgsqlConnectionStringBuilder where;
    private readonly TimeProvider clock;

    /// <param name="connection">Where it is, as Npgsql has it: <c>Host=db;Database=dhp;Username=dhp</c>.</param>
    /// <param name="clock">The clock of this machine.</param>
    /// <exception cref="BadInputException">It is no connection string.</exception>
    public ClusterDatabase(string connection, TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        try
        {
            where = new(connection);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new BadInputException(
                $"--cluster is no connection string ({exception.Message.TrimEnd('.')}); write "
                + "\"Host=db;Database=dhp;Username=dhp\".",
                cause: exception);
        }

        if (string.IsNullOrEmpty(where.Host) || string.IsNullOrEmpty(where.Database))
        {
            throw new BadInputException(
                "--cluster does not say which database on which host; write \"Host=db;Database=dhp;Username=dhp\".");
        }
    }

    /// <summary>The connection string.</summary>
    public string Connection => where.ConnectionString;

    /// <summary>What it is called in messages, without a password.</summary>
    public string Name => $"{where.Database} on {where.Host}";

    /// <summary>The address of this machine that those have who reach the same database.</summary>
    public IPAddress OwnAddress()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(where.Host!, where.Port);
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            // A path of a socket is a host, too, of this machine.
            return IPAddress.Loopback;
        }
    }

    /// <summary>Makes sure that campaigns can be kept there.</summary>
    /// <exception cref="BadInputException">They cannot; the message says why and what to do.</exception>
    public async Task Check()
    {
        var (version, ahead) = await Ask(
            "SELECT version, extract(epoch FROM now())::double precision FROM dhp_schema",
            reader => (
                reader.GetInt32(0),
                clock.GetUtcNow() - DateTimeOffset.UnixEpoch - TimeSpan.FromSeconds(reader.GetDouble(1))));
        if (version != Schema)
        {
            throw new BadInputException(
                $"The tables in {Name} have version {version}, and this build needs version {Schema}; "
                + (version < Schema ? "make a new database with `dhp campaign init`." : "install the newer build."));
        }

        if (ahead.Duration() > MostApart)
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The clock of this machine is {ahead.Duration().TotalMinutes:0} min "
                + $"{(ahead > TimeSpan.Zero ? "ahead of" : "behind")} that of {Name}; set one of them."));
        }
    }

    /// <summary>Makes the tables.</summary>
    /// <param name="script">The statements that make them.</param>
    /// <exception cref="BadInputException">They are there, or cannot be made.</exception>
    public Task Create(string script) => Do(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(script, connection, transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return true;
    });

    /// <summary>What is kept of a campaign; null if there is none.</summary>
    public async Task<(CampaignState State, long Version, string Build)?> Read(string campaign)
    {
        var found = await Do<(string State, long Version, string Build)?>(async connection =>
        {
            await using var command = new NpgsqlCommand(
                "SELECT state, version, build FROM dhp_campaign WHERE name = $1", connection)
            {
                Parameters = { new() { Value = campaign } },
            };
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync()
                ? (reader.GetString(0), reader.GetInt64(1), reader.GetString(2))
                : null;
        });
        return found is not var (text, version, build)
            ? null
            : (JsonSerializer.Deserialize(text, StateJson.Default.CampaignState)!, version, build);
    }

    /// <summary>The names of all campaigns.</summary>
    public Task<List<string>> Campaigns() => Do(async connection =>
    {
        await using var command = new NpgsqlCommand("SELECT name FROM dhp_campaign ORDER BY name", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    });

    /// <summary>Keeps a campaign, if nobody has kept it since it was read.</summary>
    /// <param name="campaign">Its name.</param>
    /// <param name="state">What is to be kept.</param>
    /// <param name="version">The version that was read; 0 for none.</param>
    /// <returns>Whether it is kept.</returns>
    public Task<bool> Write(string campaign, CampaignState state, long version) => Do(async connection =>
    {
        await using var command = new NpgsqlCommand(
            version == 0
                ? "INSERT INTO dhp_campaign (name, build, version, state) VALUES ($1, $2, $3 + 1, $4) "
                    + "ON CONFLICT DO NOTHING"
                : "UPDATE dhp_campaign SET build = $2, version = $3 + 1, state = $4, written = now() "
                    + "WHERE name = $1 AND version = $3",
            connection)
        {
            Parameters =
            {
                new() { Value = campaign },
                new() { Value = state.Plan!.Build },
                new() { Value = version },
                new() { Value = JsonSerializer.Serialize(state, StateJson.Default.CampaignState) },
            },
        };
        return await command.ExecuteNonQueryAsync() == 1;
    });

    /// <summary>Forgets a campaign.</summary>
    public Task<bool> Delete(string campaign) => Do(async connection =>
    {
        await using var command = new NpgsqlCommand("DELETE FROM dhp_campaign WHERE name = $1", connection)
        {
            Parameters = { new() { Value = campaign } },
        };
        return await command.ExecuteNonQueryAsync() == 1;
    });

    private Task<T> Ask<T>(string query, Func<NpgsqlDataReader, T> read) =>
        Do(async connection =>
        {
            await using var command = new NpgsqlCommand(query, connection);
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            return read(reader);
        });

    private async Task<T> Do<T>(Func<NpgsqlConnection, Task<T>> act)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection);
            await connection.OpenAsync();
            return await act(connection);
        }
        catch (PostgresException exception)
        {
            throw new BadInputException(Sentence(exception), cause: exception);
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
        {
            throw new BadInputException(
                $"The database {Name}, port {where.Port}, cannot be reached "
                + $"({(exception.InnerException ?? exception).Message.TrimEnd('.')}); start it, or correct --cluster.",
                cause: exception);
        }
    }

    private string Sentence(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"The database {Name} lets nobody in as {where.Username} with this password "
            + $"({exception.MessageText}); correct --cluster, or set PGPASSWORD.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"There is no database {where.Database} on {where.Host}; make it with `createdb {where.Database}`, then "
            + "run `dhp campaign init`.",
        PostgresErrorCodes.UndefinedTable =>
            $"The database {Name} has no tables for campaigns; run `dhp campaign init --cluster …` once.",
        PostgresErrorCodes.DuplicateTable =>
            $"The database {Name} has tables for campaigns already; nothing was changed.",
        _ => $"The database {Name} refuses: {exception.MessageText.TrimEnd('.')} ({exception.SqlState}); ask whoever "
            + "runs it.",
    };
}
