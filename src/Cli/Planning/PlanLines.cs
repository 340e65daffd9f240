using System.Text.Json;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Planning;

/// <summary>A plan for people: a line for each change, then its reach in sentences.</summary>
internal sealed class PlanLines(Func<Paints, string, string> paint)
{
    public void Write(TextWriter output, Plan plan)
    {
        foreach (var change in plan.Changes)
        {
            output.WriteLine(Line(change));
        }

        output.WriteLine(plan.IsEmpty ? "No difference." : Total(plan.Reach));
        foreach (var sentence in plan.Reach.Summary)
        {
            output.WriteLine(paint(Paints.Yellow, $"This {Cell.OneLine(sentence)}."));
        }

        if (plan.Reach.Removals > plan.MaxRemovals)
        {
            output.WriteLine(paint(Paints.Red, $"No more than {plan.MaxRemovals} may be removed. To apply it, say: --max-removals {plan.Reach.Removals}"));
        }
    }

    public static string Name(PlannedChange change) => Cell.OneLine(change.Kind == "membership"
        ? $"member {change.User ?? $"team/{change.Team}"} in {change.In}"
        : $"{change.Kind} {change.User ?? Text(change.After ?? change.Before, "userName") ?? change.Id}");

    private static string Total(Reach reach) => $"{reach.Creates} to create, {reach.Changes} to change, {reach.Removals} to remove.";

    private string Line(PlannedChange change)
    {
        var (sign, look) = change.Action.Value switch
        {
            "create" => ("+", Paints.Green),
            "remove" => ("-", Paints.Red),
            _ => ("~", Paints.Yellow),
        };
        var details = Cell.OneLine(string.Join(", ", Details(change)));
        return $"{paint(look, $"{sign} {Name(change)}")}{(details.Length > 0 ? "  " : "")}{details}";
    }

    /// <summary>What is new; of a change also what was; of what is removed nothing, but the role that ends.</summary>
    private static IEnumerable<string> Details(PlannedChange change)
    {
        var shown = Members(change.After ?? (change.Kind == "membership" ? change.Before : null));
        foreach (var (name, value) in shown.Where(member => !IsInName(change, member.Name)))
        {
            var was = change.After is null ? null : Text(change.Before, name);
            if (change.Action != PlannedAction.Change)
            {
                if (value is not null)
                {
                    yield return $"{name}: {value}";
                }
            }
            else if (was != value)
            {
                yield return $"{name}: {was ?? "none"} → {value ?? "none"}";
            }
        }
    }

    private static bool IsInName(PlannedChange change, string member) =>
        (member is "userName" && change.Action != PlannedAction.Change) || (member is "id" && change.Kind != "user") || member is "user" or "in";

    private static IEnumerable<(string Name, string? Value)> Members(JsonElement? state) => state is { ValueKind: JsonValueKind.Object } found
        ? found.EnumerateObject().Select(member => (member.Name, Text(member.Value)))
        : [];

    private static string? Text(JsonElement? state, string name) =>
        state is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
