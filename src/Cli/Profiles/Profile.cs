namespace Roster.Cli.Profiles;

/// <summary>A server and a key for it.</summary>
/// <param name="Name">Null where both came from the environment.</param>
internal sealed record Profile(string? Name, Uri Url, string Key)
{
    public const string Default = "default";

    /// <summary>The part of the key that is no secret.</summary>
    public string KeyId => Key.Split('.')[0];

    /// <summary>A key that travels in the clear over a network can be read there.</summary>
    public bool IsInTheClear => Url.Scheme == Uri.UriSchemeHttp && !Url.IsLoopback;

    public static Uri ParseUrl(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url is { UserInfo: "", Query: "", Fragment: "" }
            ? url
            : throw new CommandException($"'{text}' is not a server's address.", "It begins with https:// or http:// and says where the server is, and nothing else: http://localhost:8080.");

    /// <summary>The server judges a key; this only sees what cannot be one.</summary>
    public static string ParseKey(string text) =>
        text.Trim() is var key && key.IndexOf('.', StringComparison.Ordinal) > 0 && !key.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? key
            : throw new CommandException("That is not a key.", "A key reads <id>.<secret>:<account>; it was shown once, when it was made.");
}
