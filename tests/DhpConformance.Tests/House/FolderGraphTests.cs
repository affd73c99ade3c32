namespace DhpConformance.Tests.House;

/// <summary>A folder that is read with the folders before it can be understood without those after it.</summary>
public sealed class FolderGraphTests
{
    [Fact]
    public void No_folders_of_a_project_use_each_other_in_a_circle() =>
        Assert.Empty(SourceFile.Below("src")
            .GroupBy(file => file.Name.Split('/')[1])
            .SelectMany(files => new FolderGraph(files.Key, [.. files])
                .Circles.Select(circle => $"{files.Key}: {circle}")));

    [Theory]
    [InlineData("using P.B;", "", "", "")]
    [InlineData("using P.B;", "", "using P.A;", "A, B")]
    [InlineData("using P.B;", "using P.C;", "", "")]
    [InlineData("", "using P.A.Deep;", "using P.B;", "")]
    [InlineData("using static P.B.OfB;", "", "using P.A;", "A, B")]
    public void A_circle_is_noticed(string usingsOfA, string usingsOfC, string usingsOfB, string circle) =>
        Assert.Equal(
            circle,
            string.Join("; ", new FolderGraph(
                "P",
                [
                    File("A", usingsOfA.Replace("P.B.OfB", "P.B", StringComparison.Ordinal)),
                    File("B", usingsOfB),
                    File("C", usingsOfC),
                ]).Circles));

    [Fact]
    public void A_circle_of_three_is_noticed() =>
        Assert.Equal(
            ["A, B, C"],
            new FolderGraph("P", [File("A", "using P.B;"), File("B", "using P.C;"), File("C", "using P.A;")]).Circles);

    [Fact]
    public void A_name_that_begins_with_a_folder_is_a_use() =>
        Assert.Equal(
            ["A, B"],
            new FolderGraph("P", [File("A", "using P.B;"), File("B", "", "A.OfA.Call();")]).Circles);

    [Fact]
    public void What_the_root_uses_is_no_circle() =>
        Assert.Empty(new FolderGraph(
            "P", [new("src/P/Program.cs", "using P.A;\nnamespace P;\npublic class Program;"), File("A", "")]).Circles);

    private static SourceFile File(string folder, string usings, string code = "") =>
        new($"src/P/{folder}/Of{folder}.cs", $"{usings}\nnamespace P.{folder};\npublic class Of{folder}\n{{ {code} }}");
}
