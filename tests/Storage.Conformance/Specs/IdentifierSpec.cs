namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Ids are compared by their bytes and nothing else; user names by their fold among the living.</summary>
public abstract class IdentifierSpec(StoreEngine engine) : Spec(engine)
{
    /// <summary>Pairs that a collation, a pattern match or a trim would take for one.</summary>
    public static TheoryData<string, string> Lookalikes => new()
    {
        { "a", "A" },
        { "a_b", "axb" },
        { "1", "01" },
        { "1e2", "100" },
        { "user-1", "user-1-" },
        { "null", "NULL" },
    };

    [Theory]
    [MemberData(nameof(Lookalikes))]
    public async Task Users_whose_ids_look_alike_are_two(string one, string other)
    {
        await Store.AddUserAsync(Home, one, "one@example.com");
        (await Store.UserAsync(Home, other)).ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.IsUserIdUsedAsync(new(other)))).ShouldBeFalse();

        await Store.AddUserAsync(Home, other, "other@example.com");
        await Store.ApplyAsync(Home, new UserDeleted(new(one)));

        (await Store.UserAsync(Home, one)).ShouldBeNull();
        (await Store.UserAsync(Home, other))!.Name.Given.ShouldBe("other@example.com");
    }

    [Theory]
    [MemberData(nameof(Lookalikes))]
    public async Task Scopes_whose_ids_look_alike_are_two(string one, string other)
    {
        await Store.AddUserAsync(Home, "u1");
        await Store.AddScopeAsync(Home, ScopeId.Group(one));
        await Store.AddScopeAsync(Home, ScopeId.Group(other));
        await Store.GiveAsync(Home, "u1", ScopeId.Group(one), "View Destination");

        (await Store.MembershipAsync(Home, "u1", ScopeId.Group(other))).ShouldBeNull();

        await Store.ApplyAsync(Home, new ScopeEnded(ScopeId.Group(other)));
        (await Store.MembershipAsync(Home, "u1", ScopeId.Group(one))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Keys_whose_ids_look_alike_are_two()
    {
        await Store.ApplyAsync(Home, Sample.Key("abcdefghij"), Sample.Key("ABCDEFGHIJ"));
        await Store.ApplyAsync(Home, new KeyRevoked(new("ABCDEFGHIJ"), Clock.Now));

        (await Store.AskAsync(Home, reads => reads.KeyAsync(new("abcdefghij"))))!.RevokedAt.ShouldBeNull();
        (await Store.AccountOfKeyAsync(new("Abcdefghij"), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Accounts_whose_ids_look_alike_are_two()
    {
        await Store.OpenAccountAsync(new("org-HOME"));
        await Store.AddUserAsync(new("org-HOME"), "u1");

        (await Store.RevisionAsync(Home)).ShouldBe(1);
        (await Store.UserAsync(Home, "u1")).ShouldBeNull();
    }

    [Fact]
    public async Task Scopes_of_different_kinds_may_share_an_id()
    {
        await Store.AddScopeAsync(Home, ScopeId.Group("x"));
        (await Store.AskAsync(Home, reads => reads.ScopeAsync(ScopeId.Connector("x")))).ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.IsScopeIdUsedAsync(ScopeId.Connector("x")))).ShouldBeFalse();

        await Store.AddScopeAsync(Home, ScopeId.Connector("x"), ScopeId.Group("x"));
        await Store.ApplyAsync(Home, new ScopeEnded(ScopeId.Connector("x")));

        (await Store.AskAsync(Home, reads => reads.ScopeAsync(ScopeId.Group("x")))).ShouldNotBeNull();
    }

    /// <summary>In UTF-16 the last two would change places.</summary>
    [Fact]
    public async Task Lists_by_id_are_in_the_order_of_bytes()
    {
        string[] ordered = ["-", "0", "10", "9", "A", "Z", "_", "a", "aa", "a~", "z", "é", "\uFF5E", "\U0001F600"];
        foreach (var (i, id) in ordered.Reverse().Index())
        {
            await Store.AddUserAsync(Home, id, $"{i}@example.com");
            await Store.GiveAsync(Home, id, InHome, "Account Reviewer");
        }

        (await Store.AskAsync(Home, reads => reads.UsersByIdAsync("", 100))).Items.Select(user => user.Id.Value).ShouldBe(ordered);
        (await Store.AskAsync(Home, reads => reads.UsersByIdAsync("\uFF5E", 100))).Items.Select(user => user.Id.Value).ShouldBe(ordered[^1..]);
        (await Store.AskAsync(Home, reads => reads.RoleHoldersAsync(InHome, Core.Roles.Level.Viewer, "", 100)))
            .Select(holder => holder.User.Value).ShouldBe(ordered);
    }

    [Fact]
    public async Task A_name_is_found_by_its_fold_and_kept_as_given()
    {
        await Store.AddUserAsync(Home, "u1", "Ünsal.Ö@Example.com");

        var user = await Store.AskAsync(Home, reads => reads.UserNamedAsync("ünsal.ö@example.com"));

        user!.Name.ShouldBe(new UserName("Ünsal.Ö@Example.com", "ünsal.ö@example.com"));
        (await Store.AskAsync(Home, reads => reads.UserNamedAsync("Ünsal.Ö@Example.com"))).ShouldBeNull();
    }

    [Theory]
    [InlineData("k@example.com", "\u212A@example.com")]
    [InlineData("é@example.com", "e\u0301@example.com")]
    [InlineData("a_@example.com", "ab@example.com")]
    [InlineData("ß@example.com", "ss@example.com")]
    public async Task Names_that_fold_apart_are_two(string one, string other)
    {
        await Store.AddUserAsync(Home, "u1", one);
        await Store.AddUserAsync(Home, "u2", other);

        (await Store.AskAsync(Home, reads => reads.UserNamedAsync(UserName.FoldOf(other))))!.Id.Value.ShouldBe("u2");
    }

    [Fact]
    public async Task No_two_living_users_share_a_fold_however_it_comes_about()
    {
        await Store.AddUserAsync(Home, "u1", "one@example.com");
        await Store.AddUserAsync(Home, "u2", "two@example.com");
        await Store.ApplyAsync(Home, Sample.User("u3", "three@example.com"), new UserDeleted(new("u3")));

        await Should.ThrowAsync<Exception>(() => Store.AddUserAsync(Home, "u4", "One@Example.com"));
        await Should.ThrowAsync<Exception>(() => Store.ApplyAsync(
            Home, new UserChanged(new("u2"), new PersonPatch(Name: Sample.Name("ONE@example.com")))));
        await Should.ThrowAsync<Exception>(() => Store.ApplyAsync(Home, Sample.Revived("u3", "one@example.com")));

        (await Store.AskAsync(Home, reads => reads.UserNamedAsync("one@example.com")))!.Id.Value.ShouldBe("u1");
        (await Store.RevisionAsync(Home)).ShouldBe(5);
    }

    [Fact]
    public async Task An_id_that_is_used_is_not_given_again()
    {
        await Store.AddUserAsync(Home, "u1");
        await Store.AddScopeAsync(Home, ScopeId.Group("g1"));
        await Store.ApplyAsync(Home, Sample.Key("abcdefghij"), Sample.Invitation("i1", "u1", Clock.Now.Plus(TimeSpan.FromDays(1))));
        await Store.OpenAccountAsync(new("org-other"));

        await Should.ThrowAsync<Exception>(() => Store.AddUserAsync(Home, "u1", "another@example.com"));
        await Should.ThrowAsync<Exception>(() => Store.AddScopeAsync(Home, ScopeId.Group("g1")));
        await Should.ThrowAsync<Exception>(() => Store.ApplyAsync(new("org-other"), Sample.Key("abcdefghij")));
        await Should.ThrowAsync<Exception>(() => Store.OpenAccountAsync(Home));

        (await Store.RevisionAsync(Home)).ShouldBe(5);
        (await Store.RevisionAsync(new("org-other"))).ShouldBe(1);
    }
}
