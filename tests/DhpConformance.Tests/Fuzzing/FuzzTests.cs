using System.Globalization;
using DhpConformance.Engine;

namespace DhpConformance.Tests.Fuzzing;

/// <summary>
/// Whatever a file or a message says, it is carried out or refused with a sentence. The corpus has inputs of each kind,
/// and every one that ever broke something; <c>DHP_FUZZ_INPUTS=1000000</c> makes a long run of it.
/// </summary>
public sealed class FuzzTests
{
    private const int Usual = 1500;
    private const int UsualOfResults = 600;

    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_input_of_the_corpus_is_carried_out_or_refused(string name)
    {
        var target = FuzzTarget.All.Single(one => one.Name == name);
        Assert.NotEmpty(Corpus(name));
        Assert.All(Corpus(name), text => Assert.Null(Finding(target, text)));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void So_is_whatever_is_made_of_it(string name)
    {
        var target = FuzzTarget.All.Single(one => one.Name == name);
        var corpus = Corpus(name).ToList();
        for (var seed = 0; seed < Inputs(name); seed++)
        {
            var random = new Random(seed);
            var text = JsonMutation.Of(corpus[random.Next(corpus.Count)], random);
            if (Finding(target, text) is { } finding)
            {
                Assert.Fail($"Input {seed} of {name}: {finding}\n{(text.Length < 4000 ? text : text[..4000])}");
            }
        }
    }

    // The control: what a target throws is noticed.
    [Fact]
    public void What_is_neither_carried_out_nor_refused_is_a_finding()
    {
        Assert.NotNull(Finding(new("broken", _ => throw new KeyNotFoundException("x")), ""));
        Assert.NotNull(Finding(new("rude", _ => throw new UnusableFileException("System.Int32 is wrong")), ""));
        Assert.Null(Finding(new("polite", _ => throw new UnusableFileException("it is wrong")), ""));
    }

    private static string? Finding(FuzzTarget target, string text)
    {
        try
        {
            target.Read(text);
            return null;
        }
        catch (Exception exception)
        {
            return FuzzTarget.IsRefusal(exception) ? null : exception.ToString();
        }
    }

    private static int Inputs(string name) =>
        int.TryParse(
            Environment.GetEnvironmentVariable("DHP_FUZZ_INPUTS"), CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : name is "results" or "shards" ? UsualOfResults : Usual;

    private static IEnumerable<string> Corpus(string name) =>
        Directory.GetFiles(RepositoryRoot.Of("tests", "DhpConformance.Tests", "Fuzzing", "Corpus", name))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Concat(FuzzSeeds.Of(name));
}
