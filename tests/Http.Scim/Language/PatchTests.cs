using Roster.Http.Scim.Patching;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim.Language;

public sealed class PatchTests
{
    private const string Enterprise = Urns.EnterpriseUser;
    private const string Two = """
        "userName":"a","emails":[{"value":"w@x","type":"work","primary":true},{"value":"h@x","type":"home"}]
        """;

    [Theory]

    // Single values.
    [InlineData("""{"op":"add","path":"title","value":"Boss"}""", """{"userName":"a","title":"Boss"}""")]
    [InlineData("""{"op":"REPLACE","path":"TITLE","value":"Boss"}""", """{"userName":"a","title":"Boss"}""")]
    [InlineData("""{"op":"add","path":"title","value":null}""", """{"userName":"a"}""")]
    [InlineData("""{"op":"add","path":"userName","value":null}""", """{"userName":"a"}""")]
    [InlineData("""{"op":"add","path":"title","value":["Boss"]}""", """{"userName":"a","title":"Boss"}""")]
    [InlineData("""{"op":"add","path":"title","value":{"value":"Boss"}}""", """{"userName":"a","title":"Boss"}""")]
    [InlineData("""{"op":"Remove","path":"title"}""", """{"userName":"a"}""")]
    [InlineData("""{"op":"replace","path":"active","value":"False"}""", """{"userName":"a","active":false}""")]
    [InlineData("""{"op":"replace","path":"userName","value":"b","extra":1}""", """{"userName":"b"}""")]
    [InlineData("""{"op":"replace","path":"urn:ietf:params:scim:schemas:core:2.0:User:userName","value":"b"}""", """{"userName":"b"}""")]

    // Values with parts.
    [InlineData("""{"op":"add","path":"name.familyName","value":"Lo"}""", """{"userName":"a","name":{"familyName":"Lo"}}""")]
    [InlineData("""{"op":"replace","path":"name","value":{"givenName":"Bo","fake":1}}""", """{"userName":"a","name":{"givenName":"Bo"}}""")]
    [InlineData("""{"op":"replace","path":"manager","value":"user-m"}""", $$$$"""{"userName":"a","{{{{Enterprise}}}}":{"manager":{"value":"user-m"}}}""")]
    [InlineData("""{"op":"Add","path":"manager","value":[{"$ref":"https://h.example/scim/v2/Users/user-m","value":"user-n"}]}""", $$$$"""{"userName":"a","{{{{Enterprise}}}}":{"manager":{"value":"user-n"}}}""")]
    [InlineData("""{"op":"add","path":"manager.$ref","value":"../Users/user-m"}""", $$$$"""{"userName":"a","{{{{Enterprise}}}}":{"manager":{"value":"user-m"}}}""")]
    [InlineData($$$$"""{"op":"replace","path":"{{{{Enterprise}}}}.manager","value":"user-m"}""", $$$$"""{"userName":"a","{{{{Enterprise}}}}":{"manager":{"value":"user-m"}}}""")]
    [InlineData($$$$"""{"op":"add","path":"{{{{Enterprise}}}}:department","value":"Ops"}""", $$$$"""{"userName":"a","{{{{Enterprise}}}}":{"department":"Ops"}}""")]
    [InlineData($$$$"""{"op":"add","path":"{{{{Enterprise}}}}","value":{"department":"Ops","fake":1}}""", $$$$"""{"userName":"a","{{{{Enterprise}}}}":{"department":"Ops"}}""")]
    [InlineData("""{"op":"add","path":"department","value":"Ops"}""", $$$$"""{"userName":"a","{{{{Enterprise}}}}":{"department":"Ops"}}""")]
    [InlineData("""{"op":"remove","path":"department"}""", """{"userName":"a"}""")]

    // Without a path.
    [InlineData("""{"op":"replace","value":{"active":false,"fake":1,"groups":[],"meta":{},"schemas":[],"id":"user-a"}}""", """{"userName":"a","active":false}""")]
    [InlineData($$$$"""{"op":"replace","value":{"displayName":"B","name.givenName":"Bo","{{{{Enterprise}}}}:employeeNumber":"7"}}""", $$$$"""{"userName":"a","name":{"givenName":"Bo"},"displayName":"B","{{{{Enterprise}}}}":{"employeeNumber":"7"}}""")]
    [InlineData($$$$"""{"op":"add","path":"","value":{"{{{{Enterprise}}}}":{"division":"D"}}}""", $$$$"""{"userName":"a","{{{{Enterprise}}}}":{"division":"D"}}""")]
    [InlineData("""{"op":"add","path":null,"value":{"urn:ietf:params:scim:schemas:core:2.0:User":{"title":"T"}}}""", """{"userName":"a","title":"T"}""")]
    [InlineData("""{"op":"add","value":{"emails[type eq \"work\"].value":"w@x"}}""", """{"userName":"a","emails":[{"type":"work","value":"w@x"}]}""")]

    [InlineData("""{"op":"add","path":"urn:ietf:params:scim:schemas:core:2.0:user","value":{"title":"T","fake":1}}""", """{"userName":"a","title":"T"}""")]
    [InlineData("""{"op":"remove","path":"urn:ietf:params:scim:schemas:core:2.0:User"}""", "mutability")]
    [InlineData("""{"op":"replace","path":"phoneNumbers[type eq \"mobile\"].value","value":""}""", """{"userName":"a"}""")]

    // Several values, where there are none.
    [InlineData("""{"op":"add","path":"emails","value":{"value":"w@x"}}""", """{"userName":"a","emails":[{"value":"w@x"}]}""")]
    [InlineData("""{"op":"add","path":"emails[type eq \"work\"]","value":{"value":"w@x"}}""", """{"userName":"a","emails":[{"type":"work","value":"w@x"}]}""")]
    [InlineData("""{"op":"Replace","path":"emails[type eq \"work\" and primary eq true].value","value":"w@x"}""", """{"userName":"a","emails":[{"type":"work","primary":true,"value":"w@x"}]}""")]
    [InlineData("""{"op":"Replace","path":"addresses[type eq \"other\"].Formatted","value":"5/2"}""", """{"userName":"a","addresses":[{"type":"other","formatted":"5/2"}]}""")]
    [InlineData("""{"op":"add","path":"emails[type eq \"work\"].primary","value":"True"}""", """{"userName":"a"}""")]
    [InlineData("""{"op":"add","path":"emails[type eq \"\"].value","value":"w@x"}""", """{"userName":"a","emails":[{"value":"w@x"}]}""")]
    [InlineData("""{"op":"remove","path":"emails[type eq \"work\"]"}""", """{"userName":"a"}""")]

    // What is refused.
    [InlineData("""{"op":"replace","path":"groups","value":[]}""", "mutability")]
    [InlineData("""{"op":"replace","path":"id","value":"x"}""", "mutability")]
    [InlineData("""{"op":"replace","path":"meta.created","value":"x"}""", "mutability")]
    [InlineData("""{"op":"replace","path":"schemas","value":[]}""", "mutability")]
    [InlineData("""{"op":"replace","path":"manager.displayName","value":"x"}""", "mutability")]
    [InlineData("""{"op":"replace","value":{"id":"user-b"}}""", "mutability")]
    [InlineData("""{"op":"remove","path":"userName"}""", "mutability")]
    [InlineData("""{"op":"remove","path":"active"}""", "mutability")]
    [InlineData("""{"op":"replace","path":"fakeAttribute","value":1}""", "invalidPath")]
    [InlineData("""{"op":"replace","path":"password","value":"x"}""", "invalidPath")]
    [InlineData("""{"op":"replace","path":"__proto__","value":"x"}""", "invalidPath")]
    [InlineData("""{"op":"replace","path":"emails[type eq \"work\"","value":{}}""", "invalidPath")]
    [InlineData("""{"op":"replace","path":"emails[type eq \"work\"]value","value":"x"}""", "invalidPath")]
    [InlineData("""{"op":"replace","path":"emails[type is \"work\"].value","value":"x"}""", "invalidFilter")]
    [InlineData("""{"op":"replace","path":"name[givenName pr]","value":{}}""", "invalidPath")]
    [InlineData("""{"op":"replace","path":7,"value":"x"}""", "invalidPath")]
    [InlineData("""{"op":"replace","path":"active","value":1234}""", "invalidValue")]
    [InlineData("""{"op":"add","path":"userName","value":""}""", "invalidValue")]
    [InlineData("""{"op":"replace","path":"userName","value":null}""", "invalidValue")]
    [InlineData("""{"op":"replace","path":"name","value":""}""", "invalidValue")]
    [InlineData("""{"op":"replace","path":"title","value":7}""", "invalidValue")]
    [InlineData("""{"op":"replace","path":"title"}""", "invalidValue")]
    [InlineData("""{"op":"replace","value":"x"}""", "invalidValue")]
    [InlineData("""{"op":"remove","value":{"title":"x"}}""", "noTarget")]
    [InlineData("""{"op":"move","path":"title","value":"x"}""", "invalidSyntax")]
    [InlineData("""{"path":"title","value":"x"}""", "invalidSyntax")]
    [InlineData("7", "invalidSyntax")]
    [InlineData("""{"op":"add","path":"emails","value":[{"value":"a","primary":true},{"value":"b","primary":true}]}""", "invalidValue")]
    [InlineData("""{"op":"replace","path":"emails[type eq \"work\"]","value":{"value":"w@x"}}""", "noTarget")]
    [InlineData("""{"op":"add","path":"emails[type ne \"work\"].value","value":"w@x"}""", "noTarget")]
    [InlineData("""{"op":"add","path":"emails[type eq \"\\u0007\"].value","value":"w@x"}""", "invalidValue")]
    [InlineData("""{"op":"add","path":"manager","value":{"$ref":"https://x.example/Users/%07"}}""", "invalidValue")]
    [InlineData("""{"op":"replace","path":"manager.$ref","value":"https://x.example/Users/%0A"}""", "invalidValue")]
    [InlineData("""{"op":"replace","path":"emails[type eq \"work\" or type eq \"home\"].value","value":"w@x"}""", "noTarget")]
    public void On_a_user_with_nothing_but_a_name(string operation, string result) =>
        Said.Patched("\"userName\":\"a\"", operation).ShouldBe(result);

    [Theory]
    [InlineData("""{"op":"add","path":"emails","value":[{"value":"h@x","type":"home"},{"value":"o@x","type":"other"}]}""", """[{"value":"w@x","type":"work","primary":true},{"value":"h@x","type":"home"},{"value":"o@x","type":"other"}]""")]
    [InlineData("""{"op":"add","path":"emails","value":[{"value":"o@x","primary":true}]}""", """[{"value":"w@x","type":"work","primary":false},{"value":"h@x","type":"home"},{"value":"o@x","primary":true}]""")]
    [InlineData("""{"op":"replace","path":"emails","value":[{"value":"o@x"}]}""", """[{"value":"o@x"}]""")]
    [InlineData("""{"op":"replace","path":"emails","value":[]}""", null)]
    [InlineData("""{"op":"replace","path":"emails","value":null}""", null)]
    [InlineData("""{"op":"remove","path":"emails"}""", null)]
    [InlineData("""{"op":"remove","path":"emails","value":[]}""", """[{"value":"w@x","type":"work","primary":true},{"value":"h@x","type":"home"}]""")]
    [InlineData("""{"op":"remove","path":"emails","value":[{"value":"W@X"}]}""", """[{"value":"h@x","type":"home"}]""")]
    [InlineData("""{"op":"remove","path":"emails","value":{"value":"h@x"}}""", """[{"value":"w@x","type":"work","primary":true}]""")]
    [InlineData("""{"op":"remove","path":"emails[type eq \"work\"]"}""", """[{"value":"h@x","type":"home"}]""")]
    [InlineData("""{"op":"remove","path":"emails[type eq \"fax\"]"}""", """[{"value":"w@x","type":"work","primary":true},{"value":"h@x","type":"home"}]""")]
    [InlineData("""{"op":"remove","path":"emails[type eq \"work\"].value","value":"w@x"}""", """[{"value":"h@x","type":"home"}]""")]
    [InlineData("""{"op":"remove","path":"emails[type eq \"work\"].primary"}""", """[{"value":"w@x","type":"work"},{"value":"h@x","type":"home"}]""")]
    [InlineData("""{"op":"add","path":"emails[type eq \"home\"]","value":{"display":"H"}}""", """[{"value":"w@x","type":"work","primary":true},{"value":"h@x","type":"home","display":"H"}]""")]
    [InlineData("""{"op":"replace","path":"emails[type eq \"home\"]","value":{"value":"n@x"}}""", """[{"value":"w@x","type":"work","primary":true},{"type":"home","value":"n@x"}]""")]
    [InlineData("""{"op":"replace","path":"emails[type eq \"home\"]","value":{"value":"n@x","type":"other"}}""", """[{"value":"w@x","type":"work","primary":true},{"type":"other","value":"n@x"}]""")]
    [InlineData("""{"op":"Replace","path":"emails[type eq \"work\"].value","value":"n@x"}""", """[{"value":"n@x","type":"work","primary":true},{"value":"h@x","type":"home"}]""")]
    [InlineData("""{"op":"Replace","path":"emails[type eq \"home\"].primary","value":"True"}""", """[{"value":"w@x","type":"work","primary":false},{"value":"h@x","type":"home","primary":true}]""")]
    [InlineData("""{"op":"replace","path":"emails.display","value":"D"}""", """[{"value":"w@x","type":"work","primary":true,"display":"D"},{"value":"h@x","type":"home","display":"D"}]""")]
    public void On_a_user_with_two_addresses(string operation, string? emails) =>
        Said.Patched(Two, operation).ShouldBe(emails is null ? """{"userName":"a"}""" : $$$"""{"userName":"a","emails":{{{emails}}}}""");

    [Fact]
    public void Incomplete_values_are_judged_at_the_end()
    {
        var type = """{"op":"add","path":"phoneNumbers[type eq \"work\"].primary","value":true}""";
        var value = """{"op":"add","path":"phoneNumbers[type eq \"work\"].value","value":"555"}""";
        Said.Patched("\"userName\":\"a\"", type, value)
            .ShouldBe("""{"userName":"a","phoneNumbers":[{"type":"work","primary":true,"value":"555"}]}""");
        Said.Patched("\"userName\":\"a\"", type).ShouldBe("""{"userName":"a"}""");
    }

    [Fact]
    public void The_last_part_takes_its_whole_with_it()
    {
        var user = $$$"""
            "userName":"a","name":{"givenName":"B"},"{{{Enterprise}}}":{"manager":{"value":"m"}}
            """;
        Said.Patched(user, """{"op":"remove","path":"name.givenName"}""", """{"op":"remove","path":"manager.value"}""").ShouldBe("""{"userName":"a"}""");
        Said.Patched(user, """{"op":"replace","path":"name","value":{"givenName":"","familyName":"L"}}""", $$"""{"op":"remove","path":"{{Enterprise}}"}""")
            .ShouldBe("""{"userName":"a","name":{"familyName":"L"}}""");
    }

    [Fact]
    public void Operations_are_bounded_and_needed()
    {
        var one = """{"op":"add","path":"title","value":"T"}""";
        Said.Patched("\"userName\":\"a\"", [.. Enumerable.Repeat(one, PatchRequest.MaxOperations)]).ShouldContain("T");
        Said.Patched("\"userName\":\"a\"", [.. Enumerable.Repeat(one, PatchRequest.MaxOperations + 1)]).ShouldBe("413");
        Said.Patched("\"userName\":\"a\"").ShouldBe("invalidSyntax");
    }

    [Theory]
    [InlineData("""{"op":"add","path":"members","value":[{"value":"a"},"b"]}""", "+a +b")]
    [InlineData("""{"op":"add","path":"members","value":{"$ref":"https://h.example/scim/v2/Users/a","display":"A"}}""", "+a")]
    [InlineData("""{"op":"Add","path":"members","value":[{"$ref":null,"value":"a"}]}""", "+a")]
    [InlineData("""{"op":"add","path":"members","value":"a"}""", "+a")]
    [InlineData("""{"op":"remove","path":"members[value eq \"a\"]"}""", "-a")]
    [InlineData("""{"op":"remove","path":"members[value eq \"a\" or value eq \"b\"]"}""", "-a -b")]
    [InlineData("""{"op":"Remove","path":"members","value":[{"$ref":null,"value":"a"}]}""", "-a")]
    [InlineData("""{"op":"remove","path":"members","value":[]}""", "")]
    [InlineData("""{"op":"remove","path":"members"}""", "=")]
    [InlineData("""{"op":"replace","path":"members","value":[{"value":"a"}]}""", "= +a")]
    [InlineData("""{"op":"replace","path":"members","value":[]}""", "=")]
    [InlineData("""{"op":"replace","value":{"displayName":"N"}}""", "")]
    [InlineData("""{"op":"replace","value":{"members":[{"value":"a"}]}}""", "= +a")]
    [InlineData("""{"op":"add","path":"members","value":["a","b"]},{"op":"remove","path":"members[value eq \"a\"]"}""", "-a +b")]
    [InlineData("""{"op":"remove","path":"members"},{"op":"add","path":"members","value":"a"}""", "= +a")]
    [InlineData("""{"op":"replace","path":"members","value":["a","b"]},{"op":"remove","path":"members[value eq \"a\"]"}""", "= +b")]
    [InlineData("""{"op":"replace","path":"members[value eq \"a\"].display","value":"x"}""", "mutability")]
    [InlineData("""{"op":"add","path":"members[value eq \"a\"]","value":{"display":"x"}}""", "mutability")]
    [InlineData("""{"op":"remove","path":"members[display eq \"a\"]"}""", "invalidPath")]
    [InlineData("""{"op":"add","path":"members","value":[{"display":"x"}]}""", "invalidValue")]
    [InlineData("""{"op":"add","path":"members","value":[7]}""", "invalidValue")]
    public void Members_become_a_draft(string operations, string drafted)
    {
        var group = Said.Resource(ResourceType.Group, "\"displayName\":\"G\"");
        var body = Said.Json($$"""{"schemas":["{{Urns.PatchOp}}"],"Operations":[{{operations}}]}""");
        var draft = new MembersDraft();
        var error = PatchRequest.Read(ResourceType.Group, "g", body, out var request) ?? Patch.Apply(request, group, out _, out draft);
        (error?.Type ?? Shown(draft)).ShouldBe(drafted);

        static string Shown(MembersDraft draft) => string.Join(
            ' ',
            [
                .. draft.IsReplaced ? ["="] : Array.Empty<string>(),
                .. draft.Remove.Select(id => "-" + id),
                .. draft.Add.Select(id => "+" + id),
            ]);
    }
}
