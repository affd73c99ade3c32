using System.Text;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Writes UTF-16, as a shell on Windows may.</summary>
internal static class WrongEncoding
{
    public static void Run() => Relay.RunBytes((_, answer) => Encoding.Unicode.GetBytes(answer + "\n"));
}
