namespace Roster.Tests.Server.Calls;

/// <summary>The long variants run where <c>./test --full</c> asks for them.</summary>
internal static class FullMode
{
    private static readonly bool IsOn = Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1";

    public static int Of(int full, int normally) => IsOn ? full : normally;
}
