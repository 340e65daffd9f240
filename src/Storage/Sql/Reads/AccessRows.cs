using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Scopes;
using Roster.Storage.Sql.Changes;

namespace Roster.Storage.Sql.Reads;

/// <summary>Turns rows of what is said about access into the core's values; each in the order of its statement's columns.</summary>
internal static class AccessRows
{
    public static readonly Func<IRow, KeptAccessSettings> Settings = static row =>
        new KeptAccessSettings(new(SubjectTypeJson.Read(row.Text(0)), row.Flag(1)), row.Number(2));

    public static readonly Func<IRow, Attributes> Attributes = static row => ScalarJson.ReadAttributes(row.Text(0));

    public static readonly Func<IRow, ResourceType> Type = static row => new ResourceType(
        row.Text(0),
        (ResourceIds)row.Number(1),
        new ScopeId((ScopeKind)row.Number(2), row.Text(3)),
        row.Number(4),
        row.Instant(5),
        row.Number(6),
        row.Instant(7));

    public static readonly Func<IRow, Resource> Resource = static row => new Resource(
        row.Text(0),
        row.Text(1),
        new ScopeId((ScopeKind)row.Number(2), row.Text(3)),
        ScalarJson.ReadAttributes(row.Text(4)),
        row.Number(5),
        row.Instant(6),
        row.Number(7),
        row.Instant(8));
}
