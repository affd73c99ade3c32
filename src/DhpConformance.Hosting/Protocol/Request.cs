using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>What the suite asks, as an adapter reads it. Arguments are read when they are asked for.</summary>
internal readonly ref struct Request
{
    private static readonly ObjectShape Initializing = new(["deadlineMs", "protocolVersions", "suite"]);
    private static readonly ObjectShape Suite = new(["name", "version"]);
    private static readonly ObjectShape Resetting = new(["deadlineMs", "setup"]);
    private static readonly ObjectShape Applying = new(["deadlineMs", "operation"], "client");
    private static readonly ObjectShape Observing = new(["deadlineMs"], "client");
    private static readonly ObjectShape Joining = new(["deadlineMs", "session", "client"]);
    private static readonly ObjectShape Plain = new(["deadlineMs"]);

    private readonly ReadOnlySpan<byte> arguments;

    public Request(in Envelope envelope, Method method)
    {
        Method = method;
        arguments = envelope.Params;
    }

    public Method Method { get; }

    /// <summary>The newest version that both this library and the suite speak; null if there is none.</summary>
    public string? CommonVersion()
    {
        Span<Range> parts = stackalloc Range[3];
        var versions = JsonValue.Texts(Part(Initializing, parts, 1), "protocolVersions");
        var suite = arguments[parts[2]];
        Span<Range> names = stackalloc Range[2];
        Suite.Read(suite, names);
        JsonValue.Text(suite[names[0]], "name");
        JsonValue.Text(suite[names[1]], "version");
        return Array.Find(ProtocolVersion.Supported, versions.Contains);
    }

    public ServerSetup Setup()
    {
        Span<Range> parts = stackalloc Range[2];
        var setup = JsonValue.Vocabulary(Part(Resetting, parts, 1), VocabularyJson.Default.ServerSetup);
        var possible = setup.Units.All(unit => unit is { Capacity: >= 0 }) && setup.Partitions.All(partition =>
            partition is { ProcessorLimit: >= 1, MemoryLimit: >= 1, Profile.ProcessorLimit: >= 1 });
        return possible
            ? setup
            : throw new ProtocolException("a unit has a negative capacity, a partition or profile has a limit below 1");
    }

    public Operation Operation()
    {
        Span<Range> parts = stackalloc Range[3];
        return JsonValue.Vocabulary(Part(Applying, parts, 1), VocabularyJson.Default.Operation);
    }

    /// <summary>
    /// Which client asks to apply or to observe; null if that is not said, which means client 0.
    /// </summary>
    public int? Client()
    {
        Span<Range> parts = stackalloc Range[3];
        var isApply = Method == Method.Apply;
        var client = Part(isApply ? Applying : Observing, parts, isApply ? 2 : 1);
        return client.IsEmpty ? null : ClientOf(client);
    }

    /// <summary>Which session a connection joins, and as which client, 1 or more.</summary>
    public (string Session, int Client) Joined()
    {
        Span<Range> parts = stackalloc Range[3];
        var client = ClientOf(Part(Joining, parts, 2));
        return client > 0
            ? (JsonValue.Text(arguments[parts[1]], "session"), client)
            : throw new ProtocolException("\"client\" is 0, which is the client that resets and never joins");
    }

    /// <summary>Makes sure that there are no arguments where there should be none.</summary>
    public void NoArguments()
    {
        Span<Range> parts = stackalloc Range[1];
        Part(Plain, parts, 0);
    }

    private static int ClientOf(ReadOnlySpan<byte> json) => JsonValue.Integer(json, "client") switch
    {
        >= 0 and < ProtocolVersion.MostClients and var client => (int)client,
        var client => throw new ProtocolException(
            $"\"client\" is {client}, and clients are counted from 0 to {ProtocolVersion.MostClients - 1}"),
    };

    private ReadOnlySpan<byte> Part(ObjectShape shape, Span<Range> parts, int index)
    {
        if (arguments.IsEmpty)
        {
            throw new ProtocolException("the member \"params\" is missing");
        }

        shape.Read(arguments, parts);
        JsonValue.Count(arguments[parts[0]], "deadlineMs");
        return arguments[parts[index]];
    }
}
