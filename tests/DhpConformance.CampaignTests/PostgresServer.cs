using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DhpConformance.CampaignTests;

/// <summary>
/// A PostgreSQL server in a folder of its own, for all tests that need one. It refuses to run as root, and is nobody's
/// then.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Password = "secret";

    private readonly string folder = Directory.CreateTempSubdirectory("dhp-postgres-").FullName;
    private readonly int port = FreePort();
    private Process? server;
    private int databases;

    public PostgresServer()
    {
        if (Bin is null)
        {
            return;
        }

        File.WriteAllText(Path.Combine(folder, "password"), Password);
        if (Environment.UserName == "root")
        {
            Run("chown", "-R", "nobody", folder);
        }

        Run([
            .. AsNobody, Path.Combine(Bin, "initdb"), "-D", Path.Combine(folder, "data"), "-U", "dhp", "--no-sync",
            "--auth=scram-sha-256", $"--pwfile={Path.Combine(folder, "password")}",
        ]);
        Start();
    }

    /// <summary>The folder of the programs; null if they are not installed.</summary>
    public static string? Bin { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").Select(one => Path.Combine(one, "bin"))
                : [])
            .FirstOrDefault(one => File.Exists(Path.Combine(one, "initdb"))
                && File.Exists(Path.Combine(one, "postgres")));

    private static string[] AsNobody => Environment.UserName == "root"
        ? ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]
        : [];

    /// <summary>How to reach a database there.</summary>
    public string Connection(string database, string password = Password) =>
        $"Host=127.0.0.1;Port={port};Username=dhp;Password={password};Database={database}";

    /// <summary>Makes a database, and says how to reach it.</summary>
    public string Create()
    {
        var name = $"dhp{Interlocked.Increment(ref databases)}";
        Execute(Connection("postgres"), $"CREATE DATABASE {name}");
        return Connection(name);
    }

    /// <summary>Makes a database with the tables of a cluster.</summary>
    internal string CreateCluster(CampaignFolder folder)
    {
        var connection = Create();
        Assert.Equal(0, folder.Campaign("init", "--cluster", connection).Code);
        return connection;
    }

    public static void Execute(string connection, string statement)
    {
        using var opened = new NpgsqlConnection(connection);
        opened.Open();
        using var command = new NpgsqlCommand(statement, opened);
        command.ExecuteNonQuery();
    }

    /// <summary>Ends it, whoever is connected, and starts it again.</summary>
    public void Restart()
    {
        Stop();
        Start();
    }

    public void Dispose()
    {
        if (server is not null)
        {
            Stop();
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Start()
    {
        server = Started([
            .. AsNobody, Path.Combine(Bin!, "postgres"), "-D", Path.Combine(folder, "data"), "-p", $"{port}",
            "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder}", "-c", "fsync=off",
        ]);
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                Execute(Connection("postgres"), "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (clock.Elapsed < TimeSpan.FromSeconds(30) && !server.HasExited)
            {
                Thread.Sleep(50);
            }
        }
    }

    // SIGINT: open sessions are ended.
    private void Stop()
    {
        Run("kill", "-s", "INT", $"{server!.Id}");
        server.WaitForExit();
        server.Dispose();
        NpgsqlConnection.ClearAllPools();
    }

    private static void Run(params string[] command)
    {
        using var process = Started(command);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static Process Started(string[] command)
    {
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
