using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace DhpConformance.Tests.House;

/// <summary>What strangers can compile against, as text: a block for each type, a line for each member.</summary>
internal static class PublicSurface
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in Members(type))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var bases = type.IsEnum || type.IsValueType || type.BaseType == typeof(object) || type.BaseType is null
            ? []
            : new[] { type.BaseType };
        var own = type.GetInterfaces().Where(one => !one.IsGenericType && one.IsPublic).OrderBy(one => one.Name);
        var parents = type.IsEnum ? [] : bases.Concat(own).Select(parent => Name(parent)).ToArray();
        return $"{kind} {Name(type)}{(parents.Length == 0 ? "" : " : " + string.Join(", ", parents))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        if (type.IsDefined(typeof(GeneratedCodeAttribute)))
        {
            return [];
        }

        var constructors = type.GetConstructors(Own).Where(Written)
            .Select(constructor => $"new({Parameters(constructor)})");
        var fields = type.GetFields(Own).Select(field => $"{Name(field.FieldType)} {field.Name}");
        var properties = type.GetProperties(Own).Select(Property);
        var methods = type.GetMethods(Own).Where(method => Written(method) && !IsAccessor(method)).Select(Method);
        return constructors.Concat(fields).Concat(properties).Concat(methods).Order(StringComparer.Ordinal);
    }

    private static bool Written(MethodBase method) => !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Property(PropertyInfo property)
    {
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var set = property.SetMethod is not { IsPublic: true } method ? ""
            : method.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;"
            : " set;";
        var maybe = Optional(property.PropertyType, Nullability.Create(property).ReadState);
        return $"{Static(property.GetMethod!)}{required}{maybe} {property.Name} {{ get;{set} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? Arguments(method.GetGenericArguments()) : "";
        return $"{Static(method)}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", from one in method.GetParameters()
                          let type = Optional(one.ParameterType, Nullability.Create(one).ReadState)
                          select $"{type} {one.Name}{(one.HasDefaultValue ? " = …" : "")}");

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Optional(Type type, NullabilityState state) =>
        Name(type) + (state == NullabilityState.Nullable && !type.IsValueType ? "?" : "");

    private static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Name(inner) + "?"
        : type.IsGenericType ? type.Name.Split('`')[0] + Arguments(type.GetGenericArguments())
        : type.Name;

    private static string Arguments(Type[] types) => $"<{string.Join(", ", types.Select(Name))}>";
}
