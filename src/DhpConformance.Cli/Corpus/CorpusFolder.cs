using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;
using DhpConformance.Engine;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Replay;

namespace DhpConformance.Cli.Corpus;

/// <summary>
/// A folder with cases that failed or were rare, each a replay file of its own: the next run executes them first.
/// Several runs may use one folder at once: files are written whole, and one that has gone meanwhile is not missed.
/// </summary>
internal sealed class CorpusFolder
{
    /// <summary>Where it is if nobody names another: beside the settings file.</summary>
    public const string DefaultName = ".dhp";

    /// <summary>What is named to have none.</summary>
    public const string None = "none";

    /// <summary>What the name of a rare case begins with.</summary>
    public const string RarePrefix = "rare-";

    private const string Ending = ".ndjson";
    private const string UnusableEnding = ".unusable";

    // A file with 200 operations has some 20 kB; more than these nobody has collected in good faith.
    private const int MostCases = 1000;

    private readonly ToolEnvironment environment;
    private readonly string path;

    private CorpusFolder(ToolEnvironment environment, string name)
    {
        this.environment = environment;
        Name = name;
        path = environment.Resolve(name);
    }

    /// <summary>What the user calls it.</summary>
    public string Name { get; }

    /// <summary>How often each case has passed since it failed.</summary>
    public PassCounts Passes => new(path);

    /// <summary>Opens a folder, which need not be there.</summary>
    /// <exception cref="BadInputException">It is no folder.</exception>
    public static CorpusFolder Open(ToolEnvironment environment, string name)
    {
        var folder = new CorpusFolder(environment, name);
        return File.Exists(folder.path)
            ? throw new BadInputException(
                $"The corpus {name} is a file, where a folder belongs; name another with --corpus, or write --corpus "
                + $"{None}.")
            : folder;
    }

    /// <summary>
    /// The cases of these profiles and rules, in the order of their names. What cannot be used is reported and set
    /// aside, and the rest is read all the same.
    /// </summary>
    /// <param name="profiles">The profiles of the run.</param>
    /// <param name="rules">The rules that are judged; empty for all.</param>
    /// <exception cref="BadInputException">The folder cannot be read.</exception>
    public ImmutableArray<RememberedCase> Read(ImmutableArray<Profile> profiles, ImmutableArray<string> rules)
    {
        var definitions = profiles.ToDictionary(profile => profile.Name, Json);
        return
        [
            .. Names().Select(Case).OfType<RememberedCase>()
                .Where(one => definitions.GetValueOrDefault(one.Profile.Name) == Json(one.Profile))
                .Where(one => rules.IsEmpty || one.Rule is null || rules.Contains(one.Rule)),
        ];
    }

    /// <summary>The names of all cases, whatever they are about, in a fixed order.</summary>
    public ImmutableArray<string> Names()
    {
        try
        {
            return !Directory.Exists(path)
                ? []
                :
                [
                    .. Directory.EnumerateFiles(path, "*" + Ending)
                        .Select(file => Path.GetFileNameWithoutExtension(file))
                        .Order(StringComparer.Ordinal)
                        .Take(MostCases),
                ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                $"The corpus {Name} cannot be read: {Unwritable.Why(path, exception)}; make it readable, or write "
                + $"--corpus {None}.",
                cause: exception);
        }
    }

    /// <summary>Keeps a case.</summary>
    /// <exception cref="BadInputException">It cannot be written.</exception>
    public void Keep(string name, string content)
    {
        var isNew = !Directory.Exists(path);
        Write(name + Ending, content);
        if (isNew)
        {
            // How often a case has passed is of no interest to anybody else.
            Write(".gitignore", PassCounts.FileName + "\n*" + UnusableEnding + "\n");
        }
    }

    /// <summary>Forgets a case. Another run may have done so before.</summary>
    public void Drop(string name) => Try(() => File.Delete(Path.Combine(path, name + Ending)));

    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="BadInputException">It cannot be written.</exception>
    public void Write(string file, string content) => Try(() =>
    {
        Directory.CreateDirectory(path);
        Staging.RemoveAbandoned(path);
        var staged = Path.Combine(path, Staging.Name());
        File.WriteAllText(staged, content);
        File.Move(staged, Path.Combine(path, file), overwrite: true);
    });

    /// <summary>
    /// The end of the name of a case: the same case has the same name, whichever run found it, and whoever made it.
    /// </summary>
    public static string Hash(string content)
    {
        var requests = content[(content.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requests)))[..8];
    }

    private RememberedCase? Case(string name)
    {
        var file = Path.Combine(Name, name + Ending);
        try
        {
            var replay = ReplayReader.Parse(InputFile.Read(environment, file));
            return new(name, replay.Header.Rule, replay.Header.Profile, replay.TestCase)
            {
                IsRare = name.StartsWith(RarePrefix, StringComparison.Ordinal),
            };
        }
        catch (Exception exception) when (exception is UnusableFileException or BadInputException)
        {
            if (File.Exists(environment.Resolve(file)))
            {
                SetAside(file, exception.Message);
            }

            return null;
        }
    }

    private void SetAside(string file, string why)
    {
        var moved = false;
        try
        {
            File.Move(environment.Resolve(file), environment.Resolve(file + UnusableEnding), overwrite: true);
            moved = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another run was faster, or the folder cannot be written to: it is reported again next time.
        }

        environment.Error.WriteLine(
            $"Warning: {file} is left out: {why.ReplaceLineEndings(" ").TrimEnd('.')}."
            + (moved ? $" It is called {Path.GetFileName(file)}{UnusableEnding} now; delete it." : ""));
    }

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                $"The corpus {Name} cannot be written to: {Unwritable.Why(path, exception)}; make it writable, or "
                + $"write --corpus {None}.",
                cause: exception);
        }
    }

    private static string Json(Profile profile) => JsonSerializer.Serialize(profile, VocabularyJson.Default.Profile);
}
