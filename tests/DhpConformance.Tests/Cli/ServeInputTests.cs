namespace DhpConformance.Tests.Cli;

/// <summary>Only what comes with the tool is served; that it is served well is told elsewhere.</summary>
public sealed class ServeInputTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("command:python3 dhp_adapter.py")]
    [InlineData("command:x")]
    [InlineData("assembly:x.dll")]
    [InlineData("elsewhere")]
    public void A_server_that_is_not_built_in_is_refused(string source) => dhp.Run("serve", "--implementation", source)
        .AssertError(5, $"\"{source}\" is no built-in server; write reference, mutant:NAME or variant:NAME.");

    [Fact]
    public void A_mutant_that_there_is_not_is_explained() =>
        dhp.Run("serve", "--implementation", "mutant:nobody").AssertError(5, "There is no mutant \"nobody\"");

    [Theory]
    [InlineData("somewhere")]
    [InlineData("tcp:0.0.0.0:80")]
    [InlineData("tcp:127.0.0.1:port")]
    [InlineData("unix:")]
    public void An_address_at_which_nobody_may_listen_is_refused(string address) =>
        dhp.Run("serve", "--listen", address).AssertError(
            5, $"--listen is \"{address}\"; write unix:PATH, or tcp:127.0.0.1:PORT.");

    [Fact]
    public void An_address_that_is_in_use_is_told()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        dhp.Run("serve", "--listen", $"tcp:{other.LocalEndpoint}")
            .AssertError(5, "Nothing can listen at tcp:127.0.0.1:");
    }

    [Fact]
    public async Task It_listens_until_it_is_interrupted()
    {
        using var interruption = new CancellationTokenSource();
        var path = $"unix:{dhp.Folder.Path}/it.sock";
        var served = Task.Run(() => dhp.Run(interruption.Token, "serve", "--listen", path));
        SpinWait.SpinUntil(() => File.Exists(path["unix:".Length..]) || served.IsCompleted, TimeSpan.FromSeconds(60));
        using (var server = DhpConformance.Hosting.ImplementationSource.Parse(path).Create())
        {
            Assert.Equal("reference", server.Describe().Name);
        }

        await interruption.CancelAsync();
        var answer = await served;
        Assert.Equal((0, ""), (answer.Code, answer.Error));
    }

    public void Dispose() => dhp.Dispose();
}
