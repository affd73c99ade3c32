namespace DhpConformance.Testing;

/// <summary>Exceptions of somebody's code, as part of a sentence.</summary>
internal static class Thrown
{
    /// <summary>
    /// The type and the message, with a full stop. A null reference is told by its usual cause: its own message names
    /// nothing.
    /// </summary>
    public static string By(Exception exception) => exception is NullReferenceException
        ? $"{nameof(NullReferenceException)}: something it uses is null, such as what ProfileCatalog.Find returns for "
            + "a name that no built-in profile has."
        : $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}.";
}
