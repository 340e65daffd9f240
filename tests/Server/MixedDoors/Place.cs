namespace Roster.Tests.Server.MixedDoors;

/// <summary>A scope, in the words of a path of the native door.</summary>
internal readonly record struct Place(string Kind, string Id);

/// <summary>What the oracle knows of roles: where each can be given, and its level in WhyLabs' words.</summary>
internal static class Roles
{
    private static readonly Dictionary<string, (string Kind, string Level)> All = new(StringComparer.Ordinal)
    {
        ["Account Administrator"] = ("account", "ADMIN"),
        ["Owner"] = ("account", "ADMIN"),
        ["Account Analyst"] = ("account", "MEMBER"),
        ["Destination Creator"] = ("account", "MEMBER"),
        ["Account Reviewer"] = ("account", "VIEWER"),
        ["Account Billing"] = ("account", "VIEWER"),
        ["Billing"] = ("account", "VIEWER"),
        ["Organization Admin"] = ("organization", "ADMIN"),
        ["Organization Member"] = ("organization", "MEMBER"),
        ["Organization Viewer"] = ("organization", "VIEWER"),
        ["Manage Destination"] = ("group", "ADMIN"),
        ["Destination Analyst"] = ("group", "MEMBER"),
        ["View Destination"] = ("group", "VIEWER"),
        ["Manage Connection"] = ("connector", "ADMIN"),
        ["Connector Reviewer"] = ("connector", "VIEWER"),
    };

    private static readonly HashSet<string> Cascading =
        new(["Account Administrator", "Owner", "Account Analyst", "Account Reviewer"], StringComparer.Ordinal);

    public static readonly string[] Levels = ["ADMIN", "MEMBER", "VIEWER"];

    public static string LevelOf(string role) => All[role].Level;

    /// <summary>Its holders are seen in every group.</summary>
    public static bool Cascades(string role) => Cascading.Contains(role);

    public static string[] Of(string kind) => [.. All.Where(role => role.Value.Kind == kind).Select(role => role.Key)];

    /// <summary>What a level written through WhyLabs gives.</summary>
    public static string Standard(string kind, string level) => (kind, level) switch
    {
        ("account", "ADMIN") => "Account Administrator",
        ("account", "MEMBER") => "Account Analyst",
        ("account", _) => "Account Reviewer",
        (_, "ADMIN") => "Organization Admin",
        (_, "MEMBER") => "Organization Member",
        _ => "Organization Viewer",
    };
}
