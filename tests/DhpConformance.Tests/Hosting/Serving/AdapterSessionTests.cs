using System.Text;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Serving;

namespace DhpConformance.Tests.Hosting.Serving;

public sealed class AdapterSessionTests
{
    public static TheoryData<Exception, int> Faults => new()
    {
        { new KeyNotFoundException(), -32603 },
        { new System.Text.Json.JsonException("the server's own"), -32603 },
        { new ServerFaultException(ServerFault.DeadlineMissed, "late"), 5 },
        { new ServerFaultException(ServerFault.Ended, "gone"), 6 },
        { new ServerFaultException(ServerFault.Ended, "gone before", effectUnknown: false), 4 },
        { new ServerFaultException(ServerFault.InvalidData, "garbled"), -32603 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_a_server_throws_is_told_from_a_bad_request(Exception problem, int code)
    {
        using var session = Started(new Throwing(problem, inReset: false));
        using var writer = new RequestWriter();
        Assert.Equal(code, Code(session, writer.Apply(3, 1, new Settle())));
    }

    [Fact]
    public void A_reset_that_throws_has_failed_and_must_be_repeated()
    {
        using var session = Started(new Throwing(new InvalidOperationException(), inReset: true));
        using var writer = new RequestWriter();
        Assert.Equal((int)ErrorCode.ResetFailed, Code(session, writer.Reset(3, 1, Setups.Small)));
        Assert.Equal((int)ErrorCode.OutOfTurn, Code(session, writer.Apply(4, 1, new Settle())));
    }

    [Fact]
    public void An_observation_that_cannot_be_written_is_an_error_of_the_server()
    {
        // A list that was never set.
        using var session = Started(new Throwing(new InvalidOperationException(), inReset: false));
        using var writer = new RequestWriter();
        Assert.Equal((int)ErrorCode.InternalError, Code(session, writer.Plain(3, 1, Method.Observe)));
    }

    [Fact]
    public void What_was_thrown_on_purpose_leaves_its_evidence_in_the_log_and_what_was_not_where_it_comes_from()
    {
        Assert.Equal("", LogOf(new ServerFaultException(ServerFault.Ended, "gone")));
        Assert.Equal("assertion failed", LogOf(new ServerFaultException(
            ServerFault.Ended, "gone", evidence: "assertion failed", innerException: new KeyNotFoundException())));
        Assert.Contains("   at DhpConformance.Tests", LogOf(new KeyNotFoundException()), StringComparison.Ordinal);

        static string LogOf(Exception problem)
        {
            using var server = new GuardedServer(new Throwing(problem, inReset: false));
            return Assert.Throws<BrokenServerException>(() => server.Apply(new Settle())).Log.TrimEnd();
        }
    }

    [Fact]
    public void A_connection_joins_the_server_of_another_one()
    {
        var sessions = new OpenSessions();
        using var writer = new RequestWriter();
        using var first = new AdapterSession(new GuardedServer(new Acme.MyServer()), false, sessions);
        using var second = new AdapterSession(new GuardedServer(new Acme.MyServer()), false, sessions);
        Code(first, writer.Initialize(1, 1));
        Code(second, writer.Initialize(1, 1));
        var opened = Session(first, writer.Reset(2, 1, Setups.Small));
        Assert.Equal((int)ErrorCode.OutOfTurn, Code(second, writer.Join(2, 1, "another", 1)));
        Assert.Null(Code(second, writer.Join(3, 1, opened, 1)));
        Assert.Null(Code(second, writer.Apply(4, 1, Setups.AssignMemory)));
        Assert.Equal(first.Answer(writer.Plain(5, 1, Method.Observe).Span).ToArray(),
            second.Answer(writer.Plain(5, 1, Method.Observe).Span).ToArray());
        Code(first, writer.Reset(6, 1, Setups.Small));
        Assert.Equal((int)ErrorCode.OutOfTurn, Code(second, writer.Join(5, 1, opened, 1)));
    }

    [Fact]
    public void A_server_of_one_client_takes_no_other()
    {
        using var session = Started(new Throwing(new KeyNotFoundException(), inReset: false));
        using var writer = new RequestWriter();
        Assert.Equal((int)ErrorCode.InvalidParams, Code(session, writer.Apply(3, 1, new Settle(), 1)));
    }

    [Fact]
    public void A_reset_does_not_come_while_another_client_waits()
    {
        using var session = new AdapterSession(new GuardedServer(new Acme.MyServer()), restartPerReset: false);
        using var writer = new RequestWriter();
        Code(session, writer.Initialize(1, 1));
        session.Begin();
        Assert.Equal((int)ErrorCode.OutOfTurn, Code(session, writer.Reset(2, 1, Setups.Small)));
        session.End();
        Assert.Null(Code(session, writer.Reset(2, 1, Setups.Small)));
    }

    private static string Session(AdapterSession session, ReadOnlyMemory<byte> request) => (string)JsonNode.Parse(
        Encoding.UTF8.GetString(session.Answer(request.Span).Span))!["result"]!["session"]!;

    private static AdapterSession Started(Throwing server)
    {
        var session = new AdapterSession(new GuardedServer(server), restartPerReset: false);
        using var writer = new RequestWriter();
        Assert.Null(Code(session, writer.Initialize(1, 1)));
        Code(session, writer.Reset(2, 1, Setups.Small));
        return session;
    }

    private static int? Code(AdapterSession session, ReadOnlyMemory<byte> request) =>
        (int?)JsonNode.Parse(Encoding.UTF8.GetString(session.Answer(request.Span).Span))!["error"]?["code"];

    private sealed class Throwing(Exception problem, bool inReset) : IPartitionableServer
    {
        public ImplementationDescription Describe() => new("throwing", "1", Claims.None);

        public void Reset(ServerSetup setup)
        {
            if (inReset)
            {
                throw problem;
            }
        }

        public Outcome Apply(Operation operation) => throw problem;

        public Observation Observe() => new() { PoweredOn = true, Units = default, Partitions = [] };

        public void Dispose()
        {
        }
    }
}
