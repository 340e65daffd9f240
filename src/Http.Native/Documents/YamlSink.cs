using System.Buffers;
using System.Text;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

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
        EndThing();
    }

    protected override void Write(UserName user, Membership membership)
    {
        _line.Append("- {user: ").Append(YamlText.Of(user.Given));
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
