using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>How traces spell words and maps; <c>specs/formal/README.md</c> describes it.</summary>
internal static class FormalWords
{
    public static T Read<T>(JsonElement word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Single(member => Of(member) == word.GetString());

    public static string Of<T>(T member)
        where T : struct, Enum => Words.Of(member).Replace(' ', '-');

    /// <summary>The entries of a map, which the format writes as a list of pairs.</summary>
    public static IEnumerable<(int Key, JsonElement Value)> Map(JsonElement element) =>
        element.GetProperty("#map").EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1]));

    public static IEnumerable<int> Numbers(JsonElement list) =>
        list.EnumerateArray().Select(number => number.GetInt32()).Order();
}
