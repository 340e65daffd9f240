using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim.Language;

public sealed class SelectionTests
{
    private const string Ana = $$$"""
        "userName":"ana","name":{"familyName":"Lo","givenName":"Ana"},"emails":[{"value":"w@x","type":"work"},{"value":"h@x","display":"H"}],"{{{Urns.EnterpriseUser}}}":{"department":"Ops","manager":{"value":"m"}}
        """;

    [Theory]
    [InlineData("userName", """{"id":"user-a","userName":"ana"}""")]
    [InlineData(" USERNAME , fake", """{"id":"user-a","userName":"ana"}""")]
    [InlineData("fake", """{"id":"user-a"}""")]
    [InlineData("id", """{"id":"user-a"}""")]
    [InlineData("name.familyName", """{"id":"user-a","name":{"familyName":"Lo"}}""")]
    [InlineData("emails.display", """{"id":"user-a","emails":[{"display":"H"}]}""")]
    [InlineData("emails[type eq \"work, or home\"],userName", """{"id":"user-a","userName":"ana","emails":[{"value":"w@x","type":"work"},{"value":"h@x","display":"H"}]}""")]
    [InlineData("emails[type eq \"work\"].value", """{"id":"user-a","emails":[{"value":"w@x"},{"value":"h@x"}]}""")]
    [InlineData("department", $$$$"""{"id":"user-a","{{{{Urns.EnterpriseUser}}}}":{"department":"Ops"}}""")]
    [InlineData(Urns.EnterpriseUser, $$$$"""{"id":"user-a","{{{{Urns.EnterpriseUser}}}}":{"department":"Ops","manager":{"value":"m"}}}""")]
    [InlineData(Urns.EnterpriseUser + ":manager.value", $$$$"""{"id":"user-a","{{{{Urns.EnterpriseUser}}}}":{"manager":{"value":"m"}}}""")]
    [InlineData(Urns.User, """{"id":"user-a","userName":"ana","name":{"familyName":"Lo","givenName":"Ana"},"emails":[{"value":"w@x","type":"work"},{"value":"h@x","display":"H"}]}""")]
    [InlineData(Urns.User + ":userName", """{"id":"user-a","userName":"ana"}""")]
    public void Only_what_is_named_is_shown_besides_what_always_is(string names, string shown) =>
        Said.Text(Selection.Only(ResourceType.User, [names]).Apply(User())).ShouldBe(shown);

    [Theory]
    [InlineData("emails,name," + Urns.EnterpriseUser, """{"id":"user-a","userName":"ana"}""")]
    [InlineData("id,schemas,emails,name.familyName,department,manager.value", """{"id":"user-a","userName":"ana","name":{"givenName":"Ana"}}""")]
    [InlineData("emails.value,name,department,manager", """{"id":"user-a","userName":"ana","emails":[{"type":"work"},{"display":"H"}]}""")]
    public void What_is_excluded_is_left_out_if_it_may_be(string names, string shown) =>
        Said.Text(Selection.AllBut(ResourceType.User, [names]).Apply(User())).ShouldBe(shown);

    [Fact]
    public void What_is_not_shown_need_not_be_read()
    {
        Selection.All.Shows(UserSchema.Groups).ShouldBeTrue();
        Selection.Only(ResourceType.User, ["userName"]).Shows(UserSchema.Groups).ShouldBeFalse();
        Selection.Only(ResourceType.User, ["groups.display"]).Shows(UserSchema.Groups).ShouldBeTrue();
        Selection.AllBut(ResourceType.User, ["groups"]).Shows(UserSchema.Groups).ShouldBeFalse();
        Selection.AllBut(ResourceType.User, ["groups.display"]).Shows(UserSchema.Groups).ShouldBeTrue();
    }

    private static ScimObject User()
    {
        var user = Said.User(Ana);
        user[CommonAttributes.Id] = new ScimText("user-a");
        return user;
    }
}
