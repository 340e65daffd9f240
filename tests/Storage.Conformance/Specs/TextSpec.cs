using Roster.Core.Keys;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Text comes back as it went in: null apart from empty, any length, any Unicode.</summary>
public abstract class TextSpec(StoreEngine engine) : Spec(engine)
{
    public static TheoryData<string> Oddities =>
    [
        "",
        " ",
        "  both ends  ",
        "O'Brien; DROP TABLE users --",
        "100%_\\",
        "\t\r\n\u0001\u007F",
        "e\u0301 and \u00E9",
        "\uFFFD\uFEFF\uFFFE\uFFFF",
        "\U0001F469\u200D\U0001F4BB \U0010FFFF",
        "\u202Eright to left\u202C",
        "İıŞß\u212A",
        "null",
        "1e3",
    ];

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task Odd_text_comes_back_unchanged(string text)
    {
        var person = new Person(Sample.Name("u@example.com"), text, text, text, text, text, text);
        await Store.ApplyAsync(
            Home,
            new UserCreated(new("u1"), true, false, person),
            new ScopeCreated(ScopeId.Group("g"), InHome, text, text, text),
            new KeyMinted(new("abcdefghij"), Sample.Hash(text), text, Grants.Read, Level.None, null, [text, text], null));
        await Database.ReopenAsync();

        var user = await Store.UserAsync(Home, "u1");
        new[] { user!.GivenName, user.FamilyName, user.Phone, user.Picture, user.ExternalId, user.UserSchema }.ShouldAllBe(value => value == text);
        var scope = await Store.AskAsync(Home, reads => reads.ScopeAsync(ScopeId.Group("g")));
        (scope!.Name, scope.Service, scope.Settings).ShouldBe((text, text, text));
        var key = await Store.AskAsync(Home, reads => reads.KeyAsync(new("abcdefghij")));
        key!.Name.ShouldBe(text);
        key.Labels.ShouldBe([text, text]);
        var log = await Store.AskAsync(Home, reads => reads.ChangesAsync(1, 1));
        ((UserCreated)log[0].Change).Person.ShouldBe(person);
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task Scopes_are_found_by_exactly_their_name(string name)
    {
        foreach (var (i, text) in Oddities.Select((row, i) => (i, row.Data)))
        {
            await Store.ApplyAsync(Home, new ScopeCreated(ScopeId.Group($"g{i}"), InHome, text, null, null));
        }

        var found = await Store.AskAsync(Home, reads => reads.ScopesAsync(new(ScopeKind.Group, Name: name), new Page(0, 10)));

        found.Items.ShouldHaveSingleItem().Name.ShouldBe(name);
    }

    [Fact]
    public async Task Null_is_not_empty()
    {
        await Store.ApplyAsync(
            Home,
            new UserCreated(new("u1"), true, false, new Person(Sample.Name("u@example.com"), null, "", null, "", null, "")),
            new ScopeCreated(ScopeId.Group("g"), InHome, "", null, ""));

        var user = await Store.UserAsync(Home, "u1");
        (user!.GivenName, user.FamilyName, user.Phone, user.Picture, user.ExternalId, user.UserSchema)
            .ShouldBe((null, "", null, "", null, ""));
        var scope = await Store.AskAsync(Home, reads => reads.ScopeAsync(ScopeId.Group("g")));
        (scope!.Name, scope.Service, scope.Settings).ShouldBe(("", null, ""));
    }

    [Fact]
    public async Task A_picture_of_a_mebibyte_is_kept()
    {
        var picture = "data:image/png;base64," + new string('A', 1 << 20);
        await Store.ApplyAsync(Home, Sample.User("u1"), new UserChanged(new("u1"), new PersonPatch(Picture: picture)));
        await Database.ReopenAsync();

        (await Store.UserAsync(Home, "u1"))!.Picture.ShouldBe(picture);
        var log = await Store.AskAsync(Home, reads => reads.ChangesAsync(2, 1));
        ((UserChanged)log[0].Change).Person.Picture.Or(null).ShouldBe(picture);
    }

    [Fact]
    public async Task Ids_and_names_may_have_their_full_length()
    {
        var id = new string('x', IdForm.MaxLength);
        var name = new string('é', UserName.MaxLength);
        await Store.AddUserAsync(Home, id, name);

        (await Store.AskAsync(Home, reads => reads.UserNamedAsync(name)))!.Id.Value.ShouldBe(id);
    }
}
