namespace Roster.Core.Roles;

/// <summary>How far a role reaches: admin &gt; member &gt; viewer. The numbers are stored.</summary>
public enum Level
{
    None = 0,
    Viewer = 1,
    Member = 2,
    Admin = 3,
}

public static class LevelRules
{
    public static Level Highest(params ReadOnlySpan<Level> levels)
    {
        var highest = Level.None;
        foreach (var level in levels)
        {
            highest = level > highest ? level : highest;
        }

        return highest;
    }
}
