namespace Roster.Tests.Server;

/// <summary>Tests that build in the repository's own folders, and so take turns.</summary>
[CollectionDefinition(Name)]
public sealed class Building
{
    public const string Name = "building";
}
