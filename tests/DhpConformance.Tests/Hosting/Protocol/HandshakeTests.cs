using System.Text;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Tests.Hosting.Protocol;

public sealed class HandshakeTests
{
    [Theory]
    [InlineData("""{"protocolVersion":"1.1","consumer":{"name":"d","version":"1","role":"driver","traits":[]}}""")]
    [InlineData("""{"consumer":null}""")]
    public void A_driver_or_an_application_is_told_from_a_server(string json) =>
        Assert.Equal(
            "It is a driver or an application and no server; add --role consumer.",
            Handshake.Read(Encoding.UTF8.GetBytes(json)).Problem);

    [Theory]
    [InlineData("""{"protocolVersion":"1.1","implementation":{"consumer":1}}""")]
    [InlineData("""{"protocolVersion":"consumer"}""")]
    [InlineData("""["consumer"]""")]
    [InlineData("1")]
    public void What_only_mentions_a_consumer_is_read_as_a_server(string json) =>
        Assert.Throws<ProtocolException>(() => Handshake.Read(Encoding.UTF8.GetBytes(json)));
}
