namespace Roster.Sdk.Native;

/// <summary>A tenant. Its <see cref="Versioned.ETag"/> changes with every change in it.</summary>
public sealed record Account : Versioned
{
    public string Id { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>An account just opened, and its first key.</summary>
public sealed record OpenedAccount : Resource
{
    public Account Account { get; init => field = value ?? new(); } = new();

    public MintedKey Key { get; init => field = value ?? new(); } = new();
}

internal sealed record NewAccount(string Name, string? Id);
