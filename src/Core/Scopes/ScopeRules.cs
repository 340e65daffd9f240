using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Core.Scopes;

/// <summary>The form of what a request says about a scope.</summary>
public static class ScopeRules
{
    public const int MaxSettings = 65_536;

    public static Fault? CheckId(ScopeKind kind, string? id) => (kind, id) switch
    {
        (_, null) => null,
        (ScopeKind.Organization, _) when !IdForm.IsOrganizationId(id) =>
            Fault.Invalid("id", "must be 'org-' followed by letters and digits"),
        _ when !IdForm.IsId(id) => Fault.Invalid("id", "must be 1 to 128 letters, digits, '_' or '-'"),
        _ => null,
    };

    public static Fault? CheckName(string name) =>
        string.IsNullOrWhiteSpace(name) ? Fault.Invalid("name", "must not be empty")
        : name.Length > Text.MaxName ? Fault.Invalid("name", $"must be at most {Text.MaxName} characters long")
        : null;

    public static Fault? CheckService(string? service) =>
        service is null ? null
        : string.IsNullOrWhiteSpace(service) ? Fault.Invalid("service", "must not be empty")
        : service.Length > Text.MaxName ? Fault.Invalid("service", $"must be at most {Text.MaxName} characters long")
        : null;

    public static Fault? CheckSettings(string? settings) =>
        settings?.Length > MaxSettings ? Fault.Invalid("settings", $"must be at most {MaxSettings} characters long") : null;
}
