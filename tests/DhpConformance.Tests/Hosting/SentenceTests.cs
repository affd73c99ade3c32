using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("no licence file", "no licence file.")]
    [InlineData("no licence file.", "no licence file.")]
    [InlineData("did you mean \"x\"?", "did you mean \"x\"?")]
    [InlineData("not\nthere\n", "not there.")]
    public void Words_of_others_end_once(string text, string sentence) => Assert.Equal(sentence, Sentence.Of(text));
}
