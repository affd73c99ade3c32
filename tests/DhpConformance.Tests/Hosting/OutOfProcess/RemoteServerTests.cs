using System.Text;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Hosting.OutOfProcess;

/// <summary>What faulty adapters do not show: answers that are nearly right.</summary>
public sealed class RemoteServerTests
{
    [Fact]
    public void An_adapter_that_describes_itself_differently_when_it_is_started_again_is_told_so()
    {
        var scripts = new Queue<string>(
        [
            Handshake(Claims.Of(Claim.HotRemove, Claim.UnitPower)) + Empty(2),
            Handshake(Claims.Of(Claim.UnitPower)) + Empty(2),
        ]);
        using var server = new RemoteServer(
            () => new ScriptedLink(scripts.Dequeue()), new HostingOptions { RestartPerReset = true });
        server.Reset(Setups.Small);
        var problem = Assert.Throws<HostingException>(() => server.Reset(Setups.Small));
        Assert.Equal(HostingFault.ClaimsDiffer, problem.Kind);
        Assert.Contains("differently: claimed only before: hot-remove.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adapter_of_another_version_when_it_is_started_again_is_told_which()
    {
        var scripts = new Queue<string>(
        [
            Handshake(Claims.None) + Empty(2),
            Handshake(Claims.None).Replace("\"version\":\"1\"", "\"version\":\"2\"", StringComparison.Ordinal),
        ]);
        using var server = new RemoteServer(
            () => new ScriptedLink(scripts.Dequeue()), new HostingOptions { RestartPerReset = true });
        server.Reset(Setups.Small);
        Assert.Contains(
            "differently: its version was \"1\" and is \"2\".",
            Assert.Throws<HostingException>(() => server.Reset(Setups.Small)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_crash_behind_a_child_that_holds_the_output_is_told_from_silence()
    {
        using var server = new RemoteServer(
            () => new ScriptedLink(Handshake(Claims.None) + Empty(2), silentAfter: true), new HostingOptions());
        server.Reset(Setups.Small);
        var problem = Assert.Throws<HostingException>(() => server.Apply(new Settle()));
        Assert.Equal(HostingFault.ExitedMidCall, problem.Kind);
        Assert.Contains("went on holding its output", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_was_not_offered_is_told_so()
    {
        var chosen = Handshake(Claims.None)
            .Replace("\"protocolVersion\":\"1.1\"", "\"protocolVersion\":\"3.1\"", StringComparison.Ordinal);
        AssertFault(
            chosen, HostingFault.WrongVersion, "speaks protocol version 3.1, and this suite speaks 1.1 and 1.0");
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1}""", "it has neither or both of \"result\" and \"error\"")]
    [InlineData("""{"jsonrpc":"1.0","id":1,"result":{}}""", "\"jsonrpc\" is \"1.0\" and not \"2.0\"")]
    [InlineData("""{"id":1,"result":{}}""", "the member \"jsonrpc\" is missing")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":{},"x":1}""", "the member \"x\" is unknown")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"id":1,"result":{}}""", "the member \"id\" is given twice")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"result":{}}]""", "it is not an object")]
    [InlineData("""{"jsonrpc":"2.0","id":"1","result":{}}""", "\"id\" is \"1\" and not a whole number")]
    [InlineData(
        """{"jsonrpc":"2.0","id":1,"error":{"code":99,"message":""}}""", "the error code 99 is unknown")]
    public void What_is_nearly_a_message_is_told_what_it_lacks(string line, string because) =>
        AssertFault(line, HostingFault.InvalidMessage, $"a message that is not valid: {because}");

    [Fact]
    public void An_error_without_an_id_says_that_the_request_could_not_be_read() => AssertFault(
        """{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no"}}""",
        HostingFault.RequestDisputed,
        "is not a request it can take: error -32700, \"no\". The suite sent «{\"jsonrpc\":\"2.0\",\"id\":1,");

    [Theory]
    [InlineData(4, false, HostingFault.Reported, ServerFault.Reported)]
    [InlineData(5, true, HostingFault.BackendSilent, ServerFault.DeadlineMissed)]
    [InlineData(6, true, HostingFault.BackendLost, ServerFault.Ended)]
    [InlineData(-32603, true, HostingFault.Reported, ServerFault.Reported)]
    public void An_error_says_what_broke_and_whether_the_effect_is_unknown(
        int code, bool unknown, HostingFault kind, ServerFault fault)
    {
        var error = $$$"""{"jsonrpc":"2.0","id":3,"error":{"code":{{{code}}},"message":"broken"}}""";
        using var server = new RemoteServer(
            () => new ScriptedLink(Handshake(Claims.None) + Empty(2) + error + "\n"), new HostingOptions());
        server.Reset(Setups.Small);
        var problem = Assert.Throws<HostingException>(() => server.Apply(new Settle()));
        Assert.Equal((kind, fault, unknown), (problem.Kind, problem.Fault, problem.EffectUnknown));
    }

    private static void AssertFault(string line, HostingFault kind, string message)
    {
        using var server = new RemoteServer(() => new ScriptedLink(line + "\n"), new HostingOptions());
        var problem = Assert.Throws<HostingException>(() => server.Describe());
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    private static string Handshake(Claims claims)
    {
        using var writer = new ResponseWriter();
        var description = new ImplementationDescription("scripted", "1", claims);
        return Encoding.UTF8.GetString(writer.Handshake(1, "1.1", description, restartPerReset: false).Span);
    }

    private static string Empty(long id)
    {
        using var writer = new ResponseWriter();
        return Encoding.UTF8.GetString(writer.Empty(id).Span);
    }
}
