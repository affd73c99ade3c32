using System.Collections;
using System.Reflection;
using System.Text;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Properties;

/// <summary>
/// Everything that a value says, member by member, as text: two values are the same if it is. Records with lists in
/// them do not compare so themselves. Nothing of any codec is used.
/// </summary>
internal static class Structure
{
    public static bool Same(object? left, object? right) => Of(left) == Of(right);

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        if (value is Claims { Traits: var traits } claims)
        {
            // As a list, claims are their names: neither the traits nor their values would be compared.
            text.AppendJoin(' ', claims).Append("; ").Append(traits);
        }
        else if (value is null or string or IFormattable or bool || value.GetType().IsPrimitive)
        {
            text.Append('\'').Append(value).Append('\'');
        }
        else if (value is IEnumerable list && !IsDefault(value))
        {
            text.Append('[');
            foreach (var item in list)
            {
                Append(text, item);
            }

            text.Append(']');
        }
        else
        {
            text.Append(value.GetType().Name).Append('(');
            foreach (var property in Members(value.GetType()))
            {
                text.Append(property.Name).Append('=');
                Append(text, property.GetValue(value));
            }

            text.Append(')');
        }
    }

    private static bool IsDefault(object value) =>
        value.GetType().GetProperty("IsDefault") is { } property && (bool)property.GetValue(value)!;

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetIndexParameters().Length == 0 && property.CanWrite)
            .OrderBy(property => property.Name, StringComparer.Ordinal);
}
