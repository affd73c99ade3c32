using System.Text;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Tests.Hosting.Protocol;

public sealed class UsualAnswerTests
{
    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":17,"result":{}}""", "{}")]
    [InlineData("""{"jsonrpc":"2.0","id":17,"result":{"outcome":"completed"}}""", """{"outcome":"completed"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":17,"result":{},"x":{}}""", """{},"x":{}""")]
    [InlineData("""{"jsonrpc":"2.0","id":17,"result":{""", "")]
    [InlineData("""{"jsonrpc":"2.0","id":17,"result":}""", "")]
    [InlineData("""{"jsonrpc":"2.0","id":18,"result":{}}""", "")]
    [InlineData("""{"jsonrpc":"2.0","id":177,"result":{}}""", "")]
    [InlineData("""{"jsonrpc":"2.0","id":17,"error":{}}""", "")]
    [InlineData("""{"jsonrpc":"2.0", "id":17,"result":{}}""", "")]
    [InlineData("", "")]
    public void What_stands_for_the_result_is_found_and_nothing_is_guessed(string line, string result) => Assert.Equal(
        result, Encoding.UTF8.GetString(UsualAnswer.ResultOf(Encoding.UTF8.GetBytes(line), 17)));
}
