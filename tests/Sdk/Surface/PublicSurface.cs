using System.Reflection;
using System.Runtime.CompilerServices;

namespace Roster.Tests.Sdk.Surface;

/// <summary>Everything public of an assembly as text, a line for each member, without what the compiler adds to records.</summary>
internal static class PublicSurface
{
    private const BindingFlags Shown = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) =>
        string.Concat(assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines).Select(line => line + "\n"));

    private static IEnumerable<string> Lines(Type type) =>
    [
        $"{Kind(type)} {type.Namespace}.{Names.Of(type)}{Base(type)}",
        .. type.GetMembers(Shown).Select(Line).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(line => "  " + line),
    ];

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Base(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && !type.IsEnum ? $" : {Names.Of(parent)}" : "";

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{Static(property.GetMethod!)}{Names.Of(property)} {property.Name} {{ {Accessors(property)} }}",
        FieldInfo field => $"{(field.IsLiteral ? "const " : "static ")}{Names.Of(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
        MethodInfo method when IsWritten(method) => $"{Static(method)}{Names.Of(method.ReturnParameter)} {method.Name}({Parameters(method)})",
        _ => null,
    };

    private static bool IsWritten(MethodInfo method) =>
        method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && (!method.IsSpecialName || method.Name == "op_Implicit")
        && method.Name is not ("Equals" or "GetHashCode" or "ToString");

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Accessors(PropertyInfo property) => property.SetMethod switch
    {
        { IsPublic: true } set when set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) => "get; init;",
        { IsPublic: true } => "get; set;",
        _ => "get;",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Names.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}"));

    private static object Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        true => "true",
        false => "false",
        var value => value,
    };
}
