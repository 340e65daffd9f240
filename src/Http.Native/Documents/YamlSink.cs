using System.Buffers;
using System.Text;
using System.Text.Json;
using Roster.Core.Access.Granting;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Documents;

/// <summary>As a person would write it: a user's values a line each, all else a line a thing.</summary>
internal sealed class YamlSink : DocumentSink
{
    private readonly StringBuilder _line = new();

    public override string MediaType => "application/yaml";

    protected override void WriteHead(AccountId account)
    {
        Line("roster: 1");
        Line("account: " + YamlText.Of(account.Value));
    }

    protected override void BeginSection(string name, bool isFirst)
    {
        Line("");
        Line(name + ":");
    }

    protected override void Write(Role role)
    {
        _line.Append("- {name: ").Append(YamlText.Of(role.Name));
        Add("description", role.Description.Length > 0 ? role.Description : null);
        Add("kinds", role.Kinds.Select(kind => kind.WireName()));
        Add("level", role.Level.WireName());
        Add("permissions", role.Permissions.Select(Permission));
        EndThing();
    }

    protected override void Write(User user)
    {
        Line("- userName: " + YamlText.Of(user.Name.Given));
        Value("id", user.Id.Value);
        Value("givenName", user.GivenName);
        Value("familyName", user.FamilyName);
        Value("phone", user.Phone);
        Value("picture", user.Picture);
        Value("externalId", user.ExternalId);
        Value("userSchema", user.UserSchema);
        Value("displayName", user.DisplayName);
        if (!user.Active)
        {
            Line("  active: false");
        }
    }

    protected override void Write(Scope scope)
    {
        _line.Append("- {id: ").Append(YamlText.Of(scope.Id.Id));
        if (scope.Id.Kind == ScopeKind.Connector)
        {
            Add("group", scope.Parent.Id);
            Add("service", scope.Service);
        }

        Add("name", scope.Name);
        Add("description", scope.Id.Kind == ScopeKind.Team ? scope.Settings : null);
        EndThing();
    }

    protected override void Write(string member, string name, Membership membership)
    {
        _line.Append("- {").Append(member).Append(": ").Append(YamlText.Of(name));
        Add("in", PlaceNames.Of(membership.Scope));
        Add("role", membership.Role);
        if (membership.Until is { } end)
        {
            _line.Append(", expiresAt: ").Append(WireTime.Format(end));
        }

        EndThing();
    }

    protected override void WriteEnd(bool hasSections)
    {
    }

    private void Value(string name, string? value)
    {
        if (value is not null)
        {
            Line($"  {name}: {YamlText.Of(value)}");
        }
    }

    private void Add(string name, string? value)
    {
        if (value is not null)
        {
            _line.Append(", ").Append(name).Append(": ").Append(YamlText.Of(value));
        }
    }

    private void Add(string name, IEnumerable<string> list) =>
        _line.Append(", ").Append(name).Append(": [").AppendJoin(", ", list).Append(']');

    /// <summary>What is more than a name is written as JSON, which is YAML as well.</summary>
    private static string Permission(Grant grant)
    {
        if (grant.IsPlain)
        {
            return YamlText.Of(grant.Action);
        }

        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            GrantWire.Write(json, grant);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private void EndThing()
    {
        Line(_line.Append('}').ToString());
        _line.Clear();
    }

    private void Line(string text)
    {
        Encoding.UTF8.GetBytes(text, Output);
        Output.Write("\n"u8);
    }
}
