using System.CommandLine;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Settings;
using DhpConformance.Hosting;
using DhpConformance.Reference.Consumers;

namespace DhpConformance.Cli.Commands.Consumers;

/// <summary>What is under test: a server, or a consumer of it.</summary>
internal static class Role
{
    public const string Server = "server";
    public const string Consumer = "consumer";

    // As `dhp init` has it; the consumer itself says which of them it is.
    private const string Driver = "driver";
    private const string Application = "application";

    /// <summary>The option that says it, of a command whose file says it, too.</summary>
    public static Option<string?> OptionBesideFile()
    {
        var role = new Option<string?>("--role")
        {
            HelpName = $"{Server}|{Consumer}",
            Description = "What is under test: a server, or a consumer (a driver or an application). [default: what "
                + "the file is about]",
        };
        role.AcceptOnlyFromAmong(Server, Consumer);
        return role;
    }

    /// <summary>The option that says it.</summary>
    public static Option<string> Option()
    {
        var role = new Option<string>("--role")
        {
            HelpName = $"{Server}|{Consumer}",
            Description = "What is under test: a partitionable server, or a consumer: a driver or an application.",
            DefaultValueFactory = _ => Server,
        };
        role.AcceptOnlyFromAmong(Server, Consumer);
        return role;
    }

    /// <summary>The role that the settings name.</summary>
    public static string RoleOf(this SettingValues settings) => settings.Text(SettingTable.Role) switch
    {
        Server => Server,
        Consumer or Driver or Application => Consumer,
        var other => throw new BadInputException(
            $"The role \"{other}\" (from {settings.Origin(SettingTable.Role)}) is unknown; "
            + $"write {Server} or {Consumer}."),
    };
}

/// <summary>Finds the consumer that <c>--implementation</c> names.</summary>
/// <param name="Create">Makes a fresh one.</param>
/// <param name="Source">As it was given.</param>
internal sealed record ConsumerChoice(string Source, Func<IConsumerUnderTest> Create) : IDisposable
{
    private ConsumerSource? Process { get; init; }

    public static ConsumerChoice Find(string source, HostingOptions options)
    {
        var name = source[(source.IndexOf(':', StringComparison.Ordinal) + 1)..];
        switch (source.Split(':')[0])
        {
            case "reference":
                return new(source, BuiltIn(name, ReferenceConsumers.Right, "reference").Create);
            case "mutant":
                return new(source, BuiltIn(name, ReferenceConsumers.Mutants, "mutant").Create);
            default:
                var found = ConsumerSource.Parse(source, options);
                return new(source, found.Create) { Process = found };
        }
    }

    public void Dispose() => Process?.Dispose();

    private static ReferenceConsumer BuiltIn(string name, IEnumerable<ReferenceConsumer> all, string kind) =>
        all.FirstOrDefault(one => one.Name == name) ?? throw new BadInputException(
            $"There is no consumer \"{kind}:{name}\"; write {kind}: and one of "
            + $"{string.Join(", ", all.Select(one => one.Name))}."
            + Suggestion.For(name, all.Select(one => one.Name)));
}
