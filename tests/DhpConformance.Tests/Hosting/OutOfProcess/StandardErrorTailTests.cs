using DhpConformance.Hosting.OutOfProcess;

namespace DhpConformance.Tests.Hosting.OutOfProcess;

public sealed class StandardErrorTailTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(StandardErrorTail.Kept - 1)]
    [InlineData(StandardErrorTail.Kept)]
    [InlineData(StandardErrorTail.Kept + 1)]
    [InlineData((3 * StandardErrorTail.Kept) + 17)]
    public void The_end_is_kept_however_much_was_written(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26))).ToArray();
        var tail = new StandardErrorTail(new MemoryStream(bytes));
        tail.WaitForEnd(TestAdapter.Ample);
        var kept = System.Text.Encoding.ASCII.GetString(bytes.TakeLast(StandardErrorTail.Kept).ToArray());
        var left = length - kept.Length;
        Assert.Equal(length == 0 ? null : left == 0 ? kept : $"... ({left} bytes before this)\n{kept}", tail.Text());
    }
}
