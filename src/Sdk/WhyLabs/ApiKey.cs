using System.Text;

namespace Roster.Sdk.WhyLabs;

/// <summary>An API key.</summary>
public sealed record ApiKey : Resource
{
    /// <summary>The key's text, which is shown once, when it is made. It is not part of what <see cref="object.ToString"/> says.</summary>
    public string? Key { get; init; }

    public string KeyId { get; init => field = value ?? ""; } = "";

    public string OrgId { get; init => field = value ?? ""; } = "";

    /// <summary>Lists don't tell.</summary>
    public string? UserId { get; init; }

    public DateTimeOffset? CreationTime { get; init; }

    public DateTimeOffset? ExpirationTime { get; init; }

    public DateTimeOffset? LastUsedTime { get; init; }

    public IReadOnlyList<string> Scopes { get; init => field = value ?? []; } = [];

    public string? Alias { get; init; }

    /// <summary>Lists, which have none that was revoked, don't tell.</summary>
    public bool? Revoked { get; init; }

    protected override bool PrintMembers(StringBuilder builder)
    {
        builder.Append($"{nameof(KeyId)} = {KeyId}, {nameof(OrgId)} = {OrgId}, {nameof(Alias)} = {Alias}, {nameof(Revoked)} = {Revoked}");
        return true;
    }
}

/// <summary>A key to be made. What is null is left out.</summary>
public sealed record NewApiKey
{
    public DateTimeOffset? ExpirationTime { get; init; }

    /// <summary><c>:account_administrator</c>, <c>:administrator</c>, <c>:user</c>, …</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? Alias { get; init; }
}
