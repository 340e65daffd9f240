namespace Roster.Sdk.Fivetran;

/// <summary>What the service says when it has done something that it answers nothing about.</summary>
public sealed record Acknowledgement : Resource
{
    public string? Code { get; init; }

    public string? Message { get; init; }
}
