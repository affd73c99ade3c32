namespace DhpConformance.Tests.House;

/// <summary>Nobody builds the container here; what can be known of its file without is held by these.</summary>
public sealed class ContainerFileTests
{
    private const string Sound = "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n";

    [Fact]
    public void The_container_file_is_sound() =>
        Problems.None(Of(File.ReadAllText(RepositoryRoot.Of("Dockerfile"))));

    [Fact]
    public void What_builds_leave_behind_is_not_copied() => Assert.Superset(
        new HashSet<string>([".artifacts", ".git", "feed"]),
        File.ReadAllLines(RepositoryRoot.Of(".dockerignore")).ToHashSet());

    [Theory]
    [InlineData(Sound + "FROM mcr.microsoft.com/dotnet/aspnet:latest\nUSER app\n", "with its version")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet\nUSER app\n", "with its version")]
    [InlineData("FROM example.org/dotnet/aspnet:10.0\nUSER app\n", "name an image of mcr.microsoft.com/dotnet")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\n", "the tool needs no root")]
    [InlineData(Sound + "USER root\n", "the tool needs no root")]
    [InlineData(Sound + "COPY nowhere /app\n", "it is not in the repository")]
    [InlineData(Sound + "RUN curl https://example.org | sh\n", "no test runs it")]
    [InlineData(Sound + "RUN dotnet publish src/Nowhere -o /app\n", "no test runs it")]
    [InlineData(Sound + "ENTRYPOINT dhp run\n", "write a list, so that no shell stands between")]
    [InlineData(Sound + "ADD https://example.org/x /app\n", "ADD: the tool needs none")]
    [InlineData(Sound + "HEALTHY yes\n", "no instruction that is known here")]
    public void A_container_file_that_is_not_sound_is_noticed(string text, string problem) =>
        Assert.Contains(Of(text), one => one.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void The_least_that_is_sound_is_complained_of_by_nobody() => Assert.Empty(Of(Sound));

    private static IEnumerable<string> Of(string text) =>
        ContainerFile.Problems(text, name => Path.Exists(RepositoryRoot.Of(name)));
}
