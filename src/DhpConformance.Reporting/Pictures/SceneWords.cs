using DhpConformance.Abstractions;

namespace DhpConformance.Reporting.Pictures;

/// <summary>A scene in words, for whoever cannot see the picture.</summary>
internal static class SceneWords
{
    public static string Of(Scene scene)
    {
        var free = scene.Units.Where(unit => unit.Owner is null).ToList();
        return string.Join(' ', new[]
        {
            scene.PoweredOn ? "The server is on." : "The server is off.",
            scene.Outage ? "The service processor does not answer." : "",
            string.Join(' ', scene.Partitions.Select(partition => Of(scene, partition))),
            free.Count == 0 ? "No unit is free." : $"Free: {Names(free)}.",
        }.Where(sentence => sentence.Length > 0));
    }

    private static string Of(Scene scene, ScenePartition partition)
    {
        var held = scene.Units.Where(unit => unit.Owner == partition.Id).ToList();
        return $"Partition {partition.Id} is {Words.Of(partition.State)} and holds "
            + $"{(held.Count == 0 ? "nothing" : Names(held))}."
            + (partition.Consumers.Length > 0 ? $" Registered: {partition.Consumers}." : "");
    }

    private static string Names(IEnumerable<SceneUnit> units) => string.Join(", ", units.Select(Name));

    private static string Name(SceneUnit unit) =>
        $"{PictureWords.Kind(unit.Unit.Kind)} {unit.Unit.Id}"
        + (unit.Off ? " (off)" : "")
        + (unit.Failing ? " (will not start)" : "");
}
