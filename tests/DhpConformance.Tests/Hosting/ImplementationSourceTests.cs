using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

public sealed class ImplementationSourceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("adapter.py")]
    [InlineData("C:\\adapter.exe")]
    [InlineData("assembly:")]
    [InlineData("unix:")]
    [InlineData("tcp:127.0.0.1")]
    [InlineData("tcp::80")]
    public void What_names_no_implementation_is_told_what_would(string text)
    {
        var problem = Assert.Throws<HostingException>(() => ImplementationSource.Parse(text));
        Assert.Equal(HostingFault.BadSource, problem.Kind);
        Assert.StartsWith(
            $"'{text}' does not name an implementation. Say assembly:PATH", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_there_is_not_is_told_which_there_are() => Assert.Equal(
        "'tcp:localhost:99999' has the port 99999; ports go from 0 to 65535.",
        Assert.Throws<HostingException>(() => ImplementationSource.Parse("tcp:localhost:99999")).Message);

    [Fact]
    public void A_folder_is_no_command()
    {
        var source = ImplementationSource.Parse($"command:'{Path.GetTempPath()}'");
        var problem = Assert.Throws<HostingException>(() => source.Describe());
        Assert.Equal(HostingFault.NotFound, problem.Kind);
        Assert.EndsWith(
            "is a folder. Name the program in it, with its path.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_is_a_server()
    {
        var source = ImplementationSource.Parse(
            "command:" + TestAdapter.CommandOf("well-behaved"), TestAdapter.Patient);
        Assert.True(source.IsRemote);
        Assert.Equal("well behaved", source.Describe().Name);
    }

    [Fact]
    public void A_command_that_is_not_found_is_told_so()
    {
        var source = ImplementationSource.Parse("command:no-such-adapter --fast");
        var problem = Assert.Throws<HostingException>(() => source.Describe());
        Assert.Equal(HostingFault.NotFound, problem.Kind);
        Assert.Equal(ServerFault.CouldNotStart, problem.Fault);
        Assert.Contains("The command «no-such-adapter» was not found.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_cannot_be_run_by_itself_is_told_what_to_put_before_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var script = Path.GetTempFileName();
        try
        {
            var source = ImplementationSource.Parse($"command:'{script}'");
            var problem = Assert.Throws<HostingException>(() => source.Describe());
            Assert.Equal(HostingFault.NotFound, problem.Kind);
            Assert.Contains($"such as 'python3 {script}'", problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(script);
        }
    }
}
