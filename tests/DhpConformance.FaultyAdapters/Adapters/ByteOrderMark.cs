namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Begins its output with a byte order mark, as Encoding.UTF8 does by default.</summary>
internal static class ByteOrderMark
{
    public static void Run()
    {
        var isFirst = true;
        Relay.Run((_, answer) =>
        {
            var mark = isFirst ? "\ufeff" : "";
            isFirst = false;
            return mark + answer + "\n";
        });
    }
}
