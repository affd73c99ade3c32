using DhpConformance.Engine;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Cli.Commands.Exhaustive;

/// <summary>Finds what <c>--scope</c> names: a built-in scope, or a file.</summary>
internal static class ScopeSource
{
    public static ScopeDefinition Find(string name, ToolEnvironment environment)
    {
        if (BuiltInScopes.All.FirstOrDefault(scope => scope.Name == name) is { } builtIn)
        {
            return builtIn;
        }

        if (!InputFile.IsMeant(environment, name))
        {
            var names = BuiltInScopes.All.Select(scope => scope.Name).ToList();
            throw new BadInputException(
                $"There is no scope {name}; there are {string.Join(", ", names)}, anything else is a JSON file."
                + Suggestion.For(name, names));
        }

        try
        {
            var scope = ScopeFile.Parse(InputFile.Read(environment, name));
            return BuiltInScopes.All.Any(builtIn => builtIn.Name == scope.Name)
                ? throw new BadInputException(
                    $"{name}: the scope is called {scope.Name}, as a built-in one is, and what is said of it would "
                    + "read as said of that; give it a name of its own.")
                : scope;
        }
        catch (UnusableFileException exception)
        {
            throw new BadInputException($"{name}: {exception.Message}", cause: exception);
        }
    }
}
