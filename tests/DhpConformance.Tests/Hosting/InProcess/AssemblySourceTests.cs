using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting.InProcess;

public sealed class AssemblySourceTests : IDisposable
{
    private readonly DirectoryInfo alone = Directory.CreateTempSubdirectory("dhp-plugin");

    private static string Plugins => BesideTests("DhpConformance.Plugins.dll");

    public void Dispose()
    {
        try
        {
            alone.Delete(recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps an assembly that is loaded.
        }
    }

    [Fact]
    public void A_named_type_is_made_in_a_context_of_its_own()
    {
        var source = ImplementationSource.Parse($"assembly:{Plugins}#PlainServer");
        Assert.Equal("DhpConformance.Plugins", source.Describe().Name);
        Assert.NotSame(source.Create(), source.Create());
        Assert.False(source.IsRemote);
    }

    [Fact]
    public void Dependencies_beside_it_are_found() =>
        Assert.Contains("profiles", Parse($"{Plugins}#NeedyServer").Describe().Name, StringComparison.Ordinal);

    [Fact]
    public void What_the_suite_itself_uses_is_no_substitute_for_a_dependency()
    {
        var copy = Path.Combine(alone.FullName, "DhpConformance.Plugins.dll");
        File.Copy(Plugins, copy);
        var problem = Assert.Throws<HostingException>(() => Parse($"{copy}#NeedyServer").Create());
        Assert.Equal(HostingFault.MissingDependency, problem.Kind);
        Assert.Contains("needs the assembly DhpConformance.Model", problem.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet publish", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constructor_that_throws_is_told_with_its_own_words()
    {
        var problem = Assert.Throws<HostingException>(() => Parse($"{Plugins}#ThrowingServer").Create());
        Assert.Equal(HostingFault.ConstructorThrew, problem.Kind);
        Assert.Contains(
            "InvalidOperationException: The licence has expired. The suite makes a server",
            problem.Message,
            StringComparison.Ordinal);
        Assert.Contains("at DhpConformance.Plugins.ThrowingServer", problem.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_of_the_contract_is_named()
    {
        var old = Path.Combine(alone.FullName, "Old.dll");
        File.WriteAllBytes(old, BuiltAgainstVersion(File.ReadAllBytes(Plugins), 9));
        AssertFault(old, HostingFault.WrongAbstractions, "was built against DhpConformance.Abstractions 9.1.0");
    }

    [Fact]
    public void Several_types_are_listed() => AssertFault(
        Plugins,
        HostingFault.SeveralTypes,
        "#DhpConformance.Plugins.");

    [Fact]
    public void A_type_that_is_not_there_is_told_with_those_that_are() => AssertFault(
        Plugins + "#Server", HostingFault.NoType, "has no server called Server, but DhpConformance.Plugins.");

    [Theory]
    [InlineData("DemandingServer", "has no constructor without parameters. Add one: the suite creates servers")]
    [InlineData("DhpConformance.Plugins.DemandingServer", "has no constructor without parameters. Add one")]
    [InlineData("UnfinishedServer", "is abstract, so no server can be created from it. Name a class that derives")]
    [InlineData("NoServer", "does not implement IPartitionableServer. Name a type that does, or implement it.")]
    public void A_type_that_is_there_and_cannot_be_a_server_is_told_what_it_lacks(string type, string message)
    {
        AssertFault($"{Plugins}#{type}", HostingFault.NoType, message);
        AssertFault($"{Plugins}#{type}", HostingFault.NoType, "The class DhpConformance.Plugins.");
    }

    [Fact]
    public void A_type_that_is_not_named_after_all_is_told_so() => AssertFault(
        Plugins + "#", HostingFault.NoType, "Plugins.dll#' names no class after the #. Name one, or leave");

    [Fact]
    public void An_assembly_without_a_server_is_told_so() => AssertFault(
        BesideTests("DhpConformance.Model.dll"), HostingFault.NoType, "No class in ");

    [Fact]
    public void An_assembly_with_servers_of_others_alone_is_told_to_be_the_wrong_one() => AssertFault(
        BesideTests("DhpConformance.Hosting.dll"), HostingFault.NoType, "else give the path of the assembly that has");

    [Fact]
    public void A_file_that_is_not_there_is_told_so() => AssertFault(
        "no/such.dll", HostingFault.NotFound, "There is no assembly ");

    [Fact]
    public void A_file_that_is_no_assembly_is_told_so()
    {
        var text = Path.Combine(alone.FullName, "text.dll");
        File.WriteAllText(text, "hello");
        AssertFault(text, HostingFault.NotAnAssembly, "can load. Give the .dll and not the .exe");
    }

    private static ImplementationSource Parse(string assembly) => ImplementationSource.Parse("assembly:" + assembly);

    private static void AssertFault(string assembly, HostingFault kind, string message)
    {
        var problem = Assert.Throws<HostingException>(() => Parse(assembly));
        Assert.Equal(kind, problem.Kind);
        Assert.Equal(ServerFault.CouldNotStart, problem.Fault);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    private static string BesideTests(string file) => Path.Combine(AppContext.BaseDirectory, file);

    /// <summary>The same assembly, referring to another major version of the contract.</summary>
    private static byte[] BuiltAgainstVersion(byte[] assembly, ushort major)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var metadata = file.GetMetadataReader();
        var row = metadata.AssemblyReferences.TakeWhile(reference =>
            metadata.GetString(metadata.GetAssemblyReference(reference).Name) != "DhpConformance.Abstractions").Count();
        var start = file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef));
        BitConverter.TryWriteBytes(assembly.AsSpan(start), major);
        return assembly;
    }
}
