using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Roster.Tests.Architecture;

/// <summary>The rooms of <c>src/</c> as their project files and compiled assemblies describe them.</summary>
internal static class Rooms
{
    public static string Source { get; } = FindSource();

    public static IReadOnlyList<string> All { get; } =
        [.. Directory.GetDirectories(Source)
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Dialects { get; } =
        [.. All.Where(room => room.StartsWith("Http.", StringComparison.Ordinal))];

    public static IEnumerable<string> ReferencesOf(string room) =>
        Items(room, "ProjectReference").Select(path => Path.GetFileName(Path.GetDirectoryName(path.Replace('\\', '/'))!));

    public static IEnumerable<string> PackagesOf(string room) => Items(room, "PackageReference");

    public static IEnumerable<string> FrameworksOf(string room) => Items(room, "FrameworkReference");

    public static IEnumerable<string> CodeOf(string room) =>
        Directory.EnumerateFiles(Path.Combine(Source, room), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <summary>Read from metadata, since a reference in a project file need not be one in the assembly, nor the other way round.</summary>
    public static IReadOnlyList<string> AssembliesUsedBy(string room)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"Roster.{room}.dll"));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<string> Items(string room, string kind) =>
        XDocument.Load(Path.Combine(Source, room, $"Roster.{room}.csproj"))
            .Descendants(kind)
            .Select(item => (string)item.Attribute("Include")!);

    private static string FindSource()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Roster.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Roster.slnx is in no folder above the tests.");
        }

        return Path.Combine(folder.FullName, "src");
    }
}
