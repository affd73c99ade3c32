namespace DhpConformance.PackageTests;

/// <summary>
/// The flow in any language: init, smoke, run; a broken rule is reported under its id, and what broke it is run first
/// when it is mended.
/// </summary>
[Collection(nameof(Packaging))]
public sealed class AdapterFlowTests(PackageFeed feed)
{
    [NeedsCommandFact("python3")]
    public void Python() => Flow(
        "python",
        adapter: "dhp_adapter.py",
        from: "refuse_if(spare.looks != target.looks, \"incompatible\")",
        to: "pass");

    [NeedsCommandFact("cc")]
    public void C() => Flow(
        "c",
        adapter: "dhp_adapter.c",
        from: "if (!identical || !same(spare->type, target->type)) return \"incompatible\";",
        to: "(void)identical;",
        "cc", "-std=c11", "-O2", "-o", "dhp_adapter", "dhp_adapter.c");

    [Fact]
    public void CSharp() => Flow(
        "csharp",
        adapter: "MyServer.cs",
        from: "!spare.IsIdenticalTo(target)",
        to: "false",
        "dotnet", "build");

    private void Flow(string language, string adapter, string from, string to, params string[] build)
    {
        var shell = feed.EmptyFolder(language);
        var dhp = feed.Tool(shell);
        shell.Run(dhp, "init", "--language", language);
        Build();
        Assert.Contains("It is plugged in (", shell.Run(dhp, "smoke"), StringComparison.Ordinal);
        Assert.Contains(
            "CONFORMANT to windows-server-2008-x64: ",
            shell.Run(dhp, "run", "--profile", "windows-server-2008-x64"),
            StringComparison.Ordinal);

        var sound = File.ReadAllText(shell.Of(adapter));
        shell.Edit(adapter, from, to);
        Build();
        var (code, output) = shell.Try(dhp, "run", "--profile", "windows-server-2008-x64");
        Assert.Equal(2, code);
        Assert.Contains("FAIL REP-01 in windows-server-2008-x64", output, StringComparison.Ordinal);
        Assert.Contains("    1. Start p0.", output, StringComparison.Ordinal);
        var replay = Path.Combine("reports", "latest", "failures", "REP-01-windows-server-2008-x64.ndjson");
        Assert.Equal(2, shell.Try(dhp, "replay", replay).Code);

        // Mended, it is put to the case that failed before any other.
        File.WriteAllText(shell.Of(adapter), sound);
        Build();
        var mended = shell.Run(dhp, "run", "--profile", "windows-server-2008-x64");
        Assert.Contains("1 case of .dhp run first: 1 pass, 0 fail", mended, StringComparison.Ordinal);
        Assert.Contains("passes: REP-01 in windows-server-2008-x64, 1 of 10 times", mended, StringComparison.Ordinal);

        void Build()
        {
            if (build.Length > 0)
            {
                shell.Run(build[0], build[1..]);
            }
        }
    }
}
