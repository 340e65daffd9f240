using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Access.Granting;

/// <summary>What makes a list of grants that a role may have.</summary>
public static class GrantRules
{
    public const int Most = 100;
    public const int MaxName = 128;

    /// <summary>Of a path that a condition asks for.</summary>
    public const int MaxPath = 256;

    private const string Field = "permissions";

    /// <summary>The first thing that is wrong, with the path to it.</summary>
    public static Fault? Check(IReadOnlyList<Grant> grants)
    {
        if (grants.Count > Most)
        {
            return Fault.Invalid(Field, $"must be at most {Most}");
        }

        for (var i = 0; i < grants.Count; i++)
        {
            if (Check(grants[i], $"{Field}[{i}]") is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static Fault? Check(Grant grant, string field) =>
        (IsName(grant.Action)
            ? null
            : Fault.Invalid(grant.IsPlain ? Field : field + ".action", $"must be names of 1 to {MaxName} characters without white space"))
        ?? (grant.On is null || IsName(grant.On)
            ? null
            : Fault.Invalid(field + ".on", $"must be a type of resource: 1 to {MaxName} characters without white space"))
        ?? (grant.When is null ? null : Check(grant.When.Entries, field + ".when"));

    private static Fault? Check(IReadOnlyList<ConditionEntry> entries, string field)
    {
        if (entries.Count is 0 or > Condition.MostEntries)
        {
            return Fault.Invalid(field, $"must have 1 to {Condition.MostEntries} entries");
        }

        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (Check(entry, $"{field}.{entry.Path}") is { } fault)
            {
                return fault;
            }

            if (i > 0 && entries[i - 1].Path == entry.Path)
            {
                return Fault.Invalid($"{field}.{entry.Path}", "must not be there twice");
            }
        }

        return null;
    }

    private static Fault? Check(ConditionEntry entry, string field)
    {
        if (!IsPath(entry.Path))
        {
            return Fault.Invalid(
                field, "must be subject.id, subject.type, resource.id, resource.type, or begin with subject.properties., resource.properties., action.properties. or context.");
        }

        if (entry.Test == ConditionTest.IsSame)
        {
            return IsPath(entry.Other) ? null : Fault.Invalid(field + ".same", "must be a path");
        }

        return entry.Values.Count is 0 or > Condition.MostValues
            ? Fault.Invalid(field, $"must have 1 to {Condition.MostValues} values")
            : entry.Values.All(IsValue)
                ? null
                : Fault.Invalid(field, $"must be compared with texts of at most {Attributes.MaxText} characters, numbers, true or false");
    }

    private static bool IsPath(string? path) =>
        path is { Length: <= MaxPath } && Text.IsStorable(path) && !Text.HasControl(path) && ConditionPath.Parse(path) is not null;

    private static bool IsValue(Scalar value) =>
        value.Kind is ScalarKind.Flag
        || (value.Kind is ScalarKind.Number && double.IsFinite(value.Number))
        || (value.Kind is ScalarKind.Text && value.Text.Length <= Attributes.MaxText && Text.IsStorable(value.Text));

    internal static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && Text.IsStorable(name) && !name.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
