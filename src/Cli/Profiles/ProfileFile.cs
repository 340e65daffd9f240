using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Cli.Profiles;

/// <summary>The file of all profiles. It holds secrets: only its owner can read it, or it is not used.</summary>
internal sealed class ProfileFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public string Path => path;

    /// <summary>In the user's folder for configuration, by the rules of the platform.</summary>
    public static ProfileFile OfUser()
    {
        // A relative path there is to be ignored, says the XDG specification.
        var folder = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { } given && System.IO.Path.IsPathRooted(given)
            ? given
            : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new(System.IO.Path.Combine(folder, "roster", "profiles.json"));
    }

    /// <summary>By name; none where there is no file.</summary>
    public SortedDictionary<string, Profile> Read()
    {
        if (!File.Exists(path))
        {
            return new(StringComparer.Ordinal);
        }

        RefuseOthers();
        try
        {
            var stored = JsonSerializer.Deserialize(File.ReadAllBytes(path), ProfileJson.Default.DictionaryStringStoredProfile) ?? [];
            return new(stored.ToDictionary(entry => entry.Key, entry => entry.Value.Named(entry.Key)), StringComparer.Ordinal);
        }
        catch (Exception damaged) when (damaged is JsonException or CommandException)
        {
            throw new CommandException($"{path} is damaged.", "Remove it and log in again: roster login");
        }
    }

    /// <summary>The whole file at once: whoever reads meanwhile sees the old one or the new one.</summary>
    public void Write(IReadOnlyDictionary<string, Profile> profiles)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        CreateFolder(folder);
        var stored = profiles.ToDictionary(entry => entry.Key, entry => StoredProfile.Of(entry.Value));
        var next = System.IO.Path.Combine(folder, $".profiles-{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(next, Creating()))
            {
                JsonSerializer.Serialize(file, stored, ProfileJson.Default.DictionaryStringStoredProfile);
                file.Flush(flushToDisk: true);
            }

            File.Move(next, path, overwrite: true);
        }
        finally
        {
            File.Delete(next);
        }
    }

    private static FileStreamOptions Creating()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private void RefuseOthers()
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
        {
            throw new CommandException(
                $"{path} can be read by others, so its keys may be known to them.",
                $"Close it with: chmod 600 '{path}', and change the keys if others use this machine (roster keys rotate).");
        }
    }
}

/// <summary>As the file has it.</summary>
internal sealed record StoredProfile(string Url, string Key)
{
    public static StoredProfile Of(Profile profile) => new(profile.Url.ToString(), profile.Key);

    public Profile Named(string name) => new(name, Profile.ParseUrl(Url), Profile.ParseKey(Key));
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Dictionary<string, StoredProfile>))]
internal sealed partial class ProfileJson : JsonSerializerContext;
