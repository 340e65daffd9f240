using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Teams;

/// <summary>The form of what a request says about a team.</summary>
public static class TeamRules
{
    public const int MaxDescription = 4_096;

    public static Fault? CheckName(string name) => ScopeRules.CheckName(name);

    public static Fault? CheckDescription(string? description) => description?.Length > MaxDescription
        ? Fault.Invalid("description", $"must be at most {MaxDescription} characters long")
        : null;

    public static Fault? CheckExternalId(string? externalId) => externalId?.Length > Text.MaxName
        ? Fault.Invalid("externalId", $"must be at most {Text.MaxName} characters long")
        : null;
}
