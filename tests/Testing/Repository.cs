namespace Roster.Testing;

/// <summary>The files that this was built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"));

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
