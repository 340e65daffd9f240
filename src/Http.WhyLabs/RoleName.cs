using Roster.Core.Roles;

namespace Roster.Http.WhyLabs;

/// <summary>A level, in this dialect's words.</summary>
internal static class RoleName
{
    public static string Of(Level level) => level switch
    {
        Level.Admin => "ADMIN",
        Level.Member => "MEMBER",
        _ => "VIEWER",
    };

    /// <summary>Null where the parameter is absent; any case is understood.</summary>
    public static Level? Role(this QueryFields query)
    {
        Level? level = query.Text("role")?.ToUpperInvariant() switch
        {
            null => null,
            "ADMIN" => Level.Admin,
            "MEMBER" => Level.Member,
            "VIEWER" => Level.Viewer,
            _ => Level.None,
        };
        if (level is Level.None)
        {
            query.Refuse("role", "must be one of ADMIN, MEMBER, VIEWER");
        }

        return level;
    }

    public static Level RequiredRole(this QueryFields query)
    {
        if (query.Role() is { } level)
        {
            return level;
        }

        query.Refuse("role", "is required");
        return Level.None;
    }
}
