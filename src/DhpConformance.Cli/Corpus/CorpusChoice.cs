using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Settings;

namespace DhpConformance.Cli.Corpus;

/// <summary>Finds the corpus of a run.</summary>
internal static class CorpusChoice
{
    /// <summary>
    /// The folder that is named; otherwise the one beside the settings file, where there is one, unless what is judged
    /// comes with this tool: whoever tries a mutant has not broken a server of their own.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="environment">Where files are.</param>
    /// <param name="source">What is judged.</param>
    /// <returns>The corpus; null for none.</returns>
    public static CorpusFolder? Find(SettingValues settings, ToolEnvironment environment, string source)
    {
        var name = settings.Text(SettingTable.Corpus);
        return name == CorpusFolder.None ? null
            : name.Length > 0 ? CorpusFolder.Open(environment, name)
            : Path.Exists(environment.Resolve(SettingsFile.Name)) && !ImplementationSource.IsBuiltIn(source)
                ? CorpusFolder.Open(environment, CorpusFolder.DefaultName)
            : null;
    }
}
