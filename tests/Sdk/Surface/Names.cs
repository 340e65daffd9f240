using System.Reflection;

namespace Roster.Tests.Sdk.Surface;

/// <summary>Types as C# writes them, with what may be null.</summary>
internal static class Names
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double",
        [typeof(object)] = "object", [typeof(void)] = "void",
    };

    public static string Of(PropertyInfo property) => Of(Nullability.Create(property));

    public static string Of(ParameterInfo parameter) => Of(Nullability.Create(parameter));

    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        return type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : Bare(type);
    }

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type;
        var mark = !type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "";
        return type.IsGenericType && Nullable.GetUnderlyingType(type) is null
            ? $"{Bare(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>{mark}"
            : Of(type) + mark;
    }

    private static string Bare(Type type) => Keywords.GetValueOrDefault(type) ?? type.Name.Split('`')[0];
}
