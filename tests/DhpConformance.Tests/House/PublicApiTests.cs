using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Hosting;
using DhpConformance.Testing;
using DhpConformance.Xunit;

namespace DhpConformance.Tests.House;

/// <summary>What plug-ins compile against changes only if somebody has looked at the change.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_of_the_abstractions_is_the_approved_one() =>
        Approved.Matches(
            "tests/DhpConformance.Tests/House/approved/Abstractions.txt",
            PublicSurface.Of(typeof(Operation).Assembly.GetExportedTypes()));

    [Fact]
    public void The_public_surface_of_hosting_is_the_approved_one() =>
        Approved.Matches(
            "tests/DhpConformance.Tests/House/approved/Hosting.txt",
            PublicSurface.Of(typeof(HostingException).Assembly.GetExportedTypes()));

    [Fact]
    public void The_public_surface_of_tests_of_others_is_the_approved_one() =>
        Approved.Matches(
            "tests/DhpConformance.Tests/House/approved/Testing.txt",
            PublicSurface.Of(
            [
                .. typeof(PartitionScenarios).Assembly.GetExportedTypes(),
                .. typeof(ConformanceTests).Assembly.GetExportedTypes(),
                .. typeof(Scenario).Assembly.GetExportedTypes()
                    .Where(type => type.Namespace == typeof(Scenario).Namespace),
            ]));

    [Fact]
    public void Every_kind_of_member_shows()
    {
        const string Surface =
            """
            enum Colour
                Red
                Green

            sealed class Sample : IDisposable
                Int32 Count { get; init; }
                String? Note { get; init; }
                Void Dispose()
                new(Int32 Count, String? Note = …)
                required Int64? Size { get; init; }
                static Boolean op_GreaterThan(Sample left, Sample right)
                static Boolean op_LessThan(Sample left, Sample right)
                static Sample None { get; }
                static T[] Of<T>(IReadOnlyList<T> values)
            """;
        Assert.Equal(Surface + "\n", PublicSurface.Of([typeof(Sample), typeof(Colour)]));
    }

    private enum Colour
    {
        Red,
        Green,
    }

    private sealed record Sample(int Count, string? Note = null) : IDisposable
    {
        public static Sample None { get; } = new(0) { Size = null };

        public required long? Size { get; init; }

        public static bool operator >(Sample left, Sample right) => left.Count > right.Count;

        public static bool operator <(Sample left, Sample right) => left.Count < right.Count;

        public void Dispose() => Changed();

        public static T[] Of<T>(params IReadOnlyList<T> values) => [.. values];

        private static void Changed()
        {
        }
    }
}
