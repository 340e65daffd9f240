namespace Roster.Tests.Http.Native;

/// <summary>Where the pages are that tests hold against the code.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Roster.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Roster.slnx is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
