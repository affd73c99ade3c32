using DhpConformance.Reporting.Text;

namespace DhpConformance.Tests.Reporting.Text;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two\nlines\tand a tab", "two\nlines\tand a tab")]
    [InlineData("Windows\r\nline", "Windows\nline")]
    [InlineData("bell\u0007", "bell␇")]
    [InlineData("null\0", "null␀")]
    [InlineData("lonely return\r!", "lonely return␍!")]
    [InlineData("delete\u007f", "delete␡")]
    [InlineData("C1\u0085", "C1\uFFFD")]
    [InlineData("smile 😀", "smile 😀")]
    [InlineData("evil\u202Etxt.exe", "evil\uFFFDtxt.exe")]
    [InlineData("zero\u200Bwidth", "zero\uFFFDwidth")]
    [InlineData("separator\u2028line", "separator\nline")]
    [InlineData("never\uFFFE\uFFFF", "never\uFFFD\uFFFD")]
    [InlineData("\uFDD0", "\uFFFD")]
    public void What_cannot_be_shown_is_replaced(string text, string legible) =>
        Assert.Equal(legible, SafeText.Text(text, 100));

    [Fact]
    public void What_is_too_long_is_cut_and_says_so() =>
        Assert.Equal("aaaaa… [cut: 1,995 more characters]", SafeText.Text(new string('a', 2000), 5));

    [Fact]
    public void Half_a_pair_is_replaced()
    {
        Assert.Equal("high\uFFFD", SafeText.Text("high\ud83d", 100));
        Assert.Equal("low\uFFFD!", SafeText.Text("low\ude00!", 100));
    }

    [Fact]
    public void A_cut_through_a_pair_leaves_no_half() =>
        Assert.Equal("a\uFFFD… [cut: 4 more characters]", SafeText.Text("a😀bcd", 2));

    [Fact]
    public void What_fits_is_not_cut() => Assert.Equal("aaaaa", SafeText.Text("aaaaa", 5));

    [Fact]
    public void A_line_has_no_end_in_it() => Assert.Equal("a b c", SafeText.Line("a\nb\tc", 100));

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("", SafeText.Text(null, 5));
}
