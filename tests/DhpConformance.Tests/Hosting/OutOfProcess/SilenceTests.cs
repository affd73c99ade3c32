using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;

namespace DhpConformance.Tests.Hosting.OutOfProcess;

/// <summary>
/// An implementation that answers nothing any more is noticed, and one that hangs now and then is not.
/// </summary>
public sealed class SilenceTests
{
    private readonly Silence silence = new();

    [Fact]
    public void After_three_requests_in_a_row_without_an_answer_nothing_more_is_asked()
    {
        Miss(2);
        silence.ThrowIfFinal();
        Miss(1);
        var problem = Assert.Throws<HostingException>(silence.ThrowIfFinal);
        Assert.Contains("asked nothing more, since 3 requests, one after the other", problem.Message);
        silence.Break();
        Assert.Throws<HostingException>(silence.ThrowIfFinal);
    }

    [Fact]
    public void An_answer_in_between_begins_anew()
    {
        Miss(2);
        silence.Break();
        Miss(2);
        silence.ThrowIfFinal();
    }

    [Theory]
    [InlineData(HostingFault.AnsweredLate)]
    [InlineData(HostingFault.ExitedMidCall)]
    [InlineData(HostingFault.Garbage)]
    public void So_does_whatever_shows_that_there_is_somebody(HostingFault kind)
    {
        Miss(2);
        silence.Tell(new HostingException(kind, "it"), Silence.Now);
        Miss(2);
        silence.ThrowIfFinal();
    }

    [Fact]
    public void What_several_threads_have_sent_at_the_same_time_counts_once()
    {
        var sent = Silence.Now;
        for (var thread = 0; thread < 8; thread++)
        {
            silence.Tell(Missed, sent);
        }

        silence.ThrowIfFinal();
    }

    [Fact]
    public void An_interruption_is_no_silence()
    {
        for (var i = 0; i < 5; i++)
        {
            silence.Tell(new HostingException(HostingFault.Interrupted, "it"), Silence.Now);
        }

        silence.ThrowIfFinal();
    }

    private static HostingException Missed { get; } = new(HostingFault.NeverAnswered, "it");

    private void Miss(int times)
    {
        for (var i = 0; i < times; i++)
        {
            silence.Tell(Missed, Silence.Now);
        }
    }
}
