using System.Text;

namespace Roster.Sdk.Native;

/// <summary>An invitation just made.</summary>
public sealed record Invitation : Resource
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string UserId { get; init => field = value ?? ""; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Shown this once. Null where the answer that held it got lost and the call was made again: invite once more then.</summary>
    public string? Token { get; init; }

    /// <summary>Opens the page where the user accepts, once. Null where <see cref="Token"/> is.</summary>
    public string? Link { get; init; }

    // Neither token nor link: what is printed ends up in logs.
    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append($"{nameof(Id)} = {Id}, {nameof(UserId)} = {UserId}, {nameof(ExpiresAt)} = {ExpiresAt:O}");
        return true;
    }
}

/// <summary>What the invited person learns.</summary>
public sealed record AcceptedInvitation : Resource
{
    public string UserId { get; init => field = value ?? ""; } = "";

    public string UserName { get; init => field = value ?? ""; } = "";

    public bool Verified { get; init; }
}

internal sealed record Acceptance(string Token);
