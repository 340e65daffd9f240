using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Tenants;

/// <summary>A value of another account, and one of the same form that nothing is called.</summary>
public sealed record Probe(Kind Kind, string Foreign, string Unknown)
{
    /// <summary>Everything of the world's that somebody else could try.</summary>
    /// <param name="cursor">A cursor that the world was given.</param>
    public static async Task<IReadOnlyList<Probe>> AllOfAsync(World world, string cursor)
    {
        var roster = world.Account.Server;
        var revision = $"{roster.Store.Epoch}-{await world.Account.RevisionAsync()}";
        var token = world["token"].Split('.');
        var wrong = new string('0', token[2].Length);
        return
        [
            Of(Kind.Account, world["account"]),
            Of(Kind.User, world["user"]),
            Of(Kind.UserName, world["email"]),
            Of(Kind.Organization, world["organization"]),
            Of(Kind.Group, world["group"]),
            Of(Kind.Connector, world["connector"]),
            Of(Kind.Team, world["team"]),
            Of(Kind.Role, world["role"]),
            Of(Kind.ResourceType, world["resourceType"]),
            Of(Kind.Resource, world["resource"]),
            Of(Kind.Key, world["key"]),
            new(Kind.Invitation, $"{token[0]}.{token[1]}.{wrong}", $"{token[0]}.{Changed(token[1])}.{wrong}"),
            new(Kind.Invitation, $"{token[0]}.{token[1]}.{wrong}", $"{Changed(token[0])}.{token[1]}.{wrong}"),
            Of(Kind.Plan, world["plan"]),
            Of(Kind.Cursor, cursor),
            new(Kind.Revision, revision, Changed(revision)),
        ];
    }

    private static Probe Of(Kind kind, string value) => new(kind, value, Changed(value));

    /// <summary>
    /// Another value of the same form: what tells one id from the next is in its last characters, or, in an address, in the last
    /// before the @. A cursor's last character is not free.
    /// </summary>
    private static string Changed(string value)
    {
        var end = value.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? at : value.Length;
        var changed = value.ToCharArray();
        for (var i = Math.Max(0, end - 8); i < end - 1; i++)
        {
            changed[i] = Next(changed[i]);
        }

        return new string(changed);
    }

    private static char Next(char c) => c switch
    {
        >= '1' and < '9' or >= 'a' and < 'z' or >= 'A' and < 'Z' => (char)(c + 1),
        '9' => '1',
        'z' => 'a',
        'Z' => 'A',
        _ => c,
    };
}
