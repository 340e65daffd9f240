namespace Roster.Server.Composition;

/// <summary>How the program ends: with a code, and with the reason where it failed.</summary>
internal static class Ending
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>Wrong settings or arguments.</summary>
    public const int Misused = 2;

    public const int StoreNotOpened = 3;

    public static int Say(string text)
    {
        Console.WriteLine(text);
        return Done;
    }

    public static int Refuse(int code, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.Error.WriteLine(line);
        }

        return code;
    }
}
