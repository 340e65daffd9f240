using System.Reflection;
using Roster.Storage.Sql.Statements;

namespace Roster.Tests.Storage.Conformance.Sql;

/// <summary>The statements of the product by their names, found among the constants of the classes that are called so.</summary>
internal static class EveryStatement
{
    private const string Suffix = "Statements";

    /// <summary>Those that all engines share.</summary>
    public static IReadOnlyDictionary<string, string> Shared { get; } = Of("Roster.Storage.Sql.Statements");

    /// <summary>Those that PostgreSQL is sent and makes a plan for.</summary>
    public static IReadOnlyDictionary<string, string> OnPostgres { get; } =
        Shared.Concat(Of("Roster.Storage.Postgres").Where(statement => IsPlanned(statement.Value))).ToDictionary();

    private static bool IsPlanned(string text) => text.Split(' ', '\n')[0] is "SELECT" or "INSERT" or "UPDATE" or "DELETE";

    private static Dictionary<string, string> Of(string room) =>
        typeof(UserStatements).Assembly.GetTypes()
            .Where(type => type.Namespace == room && type.Name.EndsWith(Suffix, StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field is { IsLiteral: true, Name: not nameof(UserStatements.Columns) })
            .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}", field => (string)field.GetRawConstantValue()!);
}
