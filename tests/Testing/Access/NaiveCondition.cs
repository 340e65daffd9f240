using Roster.Core.Access;
using Roster.Core.Access.Granting;

namespace Roster.Testing.Access;

/// <summary>What the contract says of a condition, read aloud: values in a dictionary by their whole path, and nothing else.</summary>
public sealed class NaiveCondition
{
    private readonly Dictionary<string, object?> _values = [];

    public required AccessQuestion Question { get; init; }

    /// <summary>A subject's own values come first; a resource's come last.</summary>
    public static NaiveCondition Of(
        AccessQuestion question,
        IReadOnlyDictionary<string, object?> subjectAsked,
        IReadOnlyDictionary<string, object?> subjectKept,
        IReadOnlyDictionary<string, object?> resourceAsked,
        IReadOnlyDictionary<string, object?> resourceKept,
        IReadOnlyDictionary<string, object?> action,
        IReadOnlyDictionary<string, object?> context)
    {
        var naive = new NaiveCondition { Question = question };
        naive.Add("subject.properties.", subjectAsked);
        naive.Add("subject.properties.", subjectKept);
        naive.Add("resource.properties.", resourceKept);
        naive.Add("resource.properties.", resourceAsked);
        naive.Add("action.properties.", action);
        naive.Add("context.", context);
        naive._values["subject.id"] = question.Subject.Id;
        naive._values["subject.type"] = question.Subject.Type;
        naive._values["resource.id"] = question.Resource.Id;
        naive._values["resource.type"] = question.Resource.Type;
        return naive;
    }

    public bool Holds(IEnumerable<ConditionEntry> entries) => entries.All(Holds);

    private void Add(string prefix, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            _values[prefix + name] = value;
        }
    }

    private bool Holds(ConditionEntry entry) => Find(entry.Path) is { } value && entry.Test switch
    {
        ConditionTest.Is or ConditionTest.IsIn => entry.Values.Any(other => Plain(other).Equals(value)),
        ConditionTest.IsNot => !Plain(entry.Values[0]).Equals(value),
        _ => Find(entry.Other!) is { } other && other.Equals(value),
    };

    /// <summary>Null for what is not there, and for what equals nothing.</summary>
    private object? Find(string path) => _values.GetValueOrDefault(path) is { } value and not Array ? value : null;

    private static object Plain(Scalar value) => value.Kind switch
    {
        ScalarKind.Text => value.Text,
        ScalarKind.Number => value.Number,
        _ => value.Flag,
    };
}
