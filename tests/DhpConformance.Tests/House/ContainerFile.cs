using System.Text.RegularExpressions;

namespace DhpConformance.Tests.House;

/// <summary>A container file, as its instructions and their arguments.</summary>
internal static partial class ContainerFile
{
    /// <summary>What is wrong with it, a sentence each.</summary>
    /// <param name="text">The file.</param>
    /// <param name="exists">Whether there is a file or folder of this name in the repository.</param>
    public static IEnumerable<string> Problems(string text, Func<string, bool> exists)
    {
        var instructions = Instructions(text).ToList();
        foreach (var (name, argument) in instructions)
        {
            switch (name)
            {
                case "FROM" when !Image().IsMatch(argument):
                    yield return $"FROM {argument}: name an image of mcr.microsoft.com/dotnet with its version";
                    break;
                case "COPY" when !argument.StartsWith("--from=", StringComparison.Ordinal)
                    && !exists(argument.Split(' ')[0]):
                    yield return $"COPY {argument}: it is not in the repository";
                    break;
                case "RUN" when !argument.StartsWith("dotnet publish src/", StringComparison.Ordinal)
                    || !exists(argument.Split(' ')[2]):
                    yield return $"RUN {argument}: no test runs it";
                    break;
                case "ENTRYPOINT" or "CMD" when !argument.StartsWith('['):
                    yield return $"{name} {argument}: write a list, so that no shell stands between";
                    break;
                case "ADD" or "MAINTAINER" or "EXPOSE" or "VOLUME":
                    yield return $"{name}: the tool needs none";
                    break;
                case "FROM" or "COPY" or "RUN" or "ENTRYPOINT" or "CMD" or "WORKDIR" or "USER":
                    break;
                default:
                    yield return $"{name}: no instruction that is known here";
                    break;
            }
        }

        var last = instructions.FindLastIndex(one => one.Name == "FROM");
        var user = instructions.Skip(last).LastOrDefault(one => one.Name == "USER").Argument;
        if (user is null or "root" or "0")
        {
            yield return "the tool needs no root: end with USER $APP_UID";
        }
    }

    private static IEnumerable<(string Name, string Argument)> Instructions(string text) =>
        from line in text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        where line.Length > 0 && !line.StartsWith('#')
        let parts = line.Split(' ', 2)
        select (parts[0], parts.Length > 1 ? parts[1] : "");

    [GeneratedRegex(@"^mcr\.microsoft\.com/dotnet/(sdk|aspnet):[0-9]+\.[0-9]+( AS [a-z]+)?$")]
    private static partial Regex Image();
}
