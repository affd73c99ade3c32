using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

/// <summary>Each way to misbehave has its own message, ends in time and leaves no process behind.</summary>
public sealed class FaultyAdapterTests
{
    [Theory]
    [InlineData(
        "exits-at-once",
        HostingFault.DidNotStart,
        "The adapter ended with exit code 3 before it answered 'initialize' (request 1).",
        "Start it by hand")]
    [InlineData(
        "exits-mid-call",
        HostingFault.ExitedMidCall,
        "The adapter ended with exit code 134 (abort) before it answered 'apply' (request 3).",
        "A request that the rules forbid is answered with a refusal")]
    [InlineData(
        "garbage",
        HostingFault.Garbage,
        "The adapter answered 'apply' (request 3) with a line that is not JSON: «{\"jsonrpc\":\"2.0\",",
        "written by a JSON library")]
    [InlineData(
        "wrong-encoding",
        HostingFault.Garbage,
        "The adapter answered 'initialize' (request 1) with bytes that are not UTF-8: «{\\u0000\"\\u0000j",
        "Set the encoding of the output to UTF-8")]
    [InlineData(
        "byte-order-mark",
        HostingFault.ByteOrderMark,
        "The adapter answered 'initialize' (request 1) with a byte order mark before the message.",
        "new UTF8Encoding(false)")]
    [InlineData(
        "huge-line",
        HostingFault.LineTooLong,
        "The adapter answered 'apply' (request 3) with a line of more than 1048576 bytes.",
        "the line end after an answer is missing")]
    [InlineData(
        "logs-on-stdout",
        HostingFault.LogOnStdout,
        "when 'apply' (request 3) was to be answered: «applying an operation ...».",
        "Log to standard error: in Python print(..., file=sys.stderr)")]
    [InlineData(
        "invalid-message",
        HostingFault.InvalidMessage,
        "is not valid: at $.outcome: expected one of: completed, partly-completed, accepted, refused, failed.",
        "Compare it with what `dhp specs protocol/apply.result.schema.json` prints.")]
    [InlineData(
        "wrong-id",
        HostingFault.WrongId,
        "The adapter answered a request with the id 2, when 'apply' (request 3) was to be answered.",
        "Answer each request once")]
    [InlineData(
        "speaks-unasked",
        HostingFault.UnsolicitedMessage,
        "The adapter sent \"event\" unasked, when 'apply' (request 3) was to be answered.",
        "An adapter only answers")]
    [InlineData(
        "disputes",
        HostingFault.RequestDisputed,
        "The adapter says that 'apply' (request 3) is not a request it can take: error -32602, \"no such operation\".",
        "\"operation\":{\"operation\":\"assign-unit\",\"unit\":1,\"partition\":0}")]
    [InlineData(
        "throws",
        HostingFault.Reported,
        "error -32603, \"KeyNotFoundException: The unit u7 was not in the map.\".",
        "Whether it took effect is unknown.")]
    [InlineData(
        "leaves-a-claim-unset",
        HostingFault.InvalidMessage,
        "is not valid: every claim must be true or false, and unset is: unit-power.",
        "`dhp specs protocol/initialize.result.schema.json`")]
    [InlineData(
        "wrong-version",
        HostingFault.WrongVersion,
        "The adapter speaks protocol version as in {\"supported\":[\"2.0\"]}, and this suite speaks 1.1 and 1.0.",
        "update whichever of the two is older")]
    public void Each_faulty_adapter_has_its_own_message(string name, HostingFault kind, string what, string remedy)
    {
        using var adapter = new TestAdapter(name);
        var problem = Assert.Throws<HostingException>(() => adapter.ResetAndApply());
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
        Assert.False(adapter.HasLeftProcesses);
    }

    // Such as those with which debuggers find a .NET program, which stay when it is killed.
    [Fact]
    public void What_tells_its_trouble_itself_may_end_by_itself_and_leaves_no_socket()
    {
        using var orderly = new TestAdapter("throws");
        Assert.Throws<HostingException>(() => orderly.ResetAndApply());
        Assert.False(orderly.HasLeftSockets);
    }
}
