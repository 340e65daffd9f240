using Roster.Core.Values;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Tests.Http.Scim.Language;

public sealed class FilterTests
{
    private const string Ana =
        """
        "userName":"Ana@X.example","externalId":"00U1","name":{"givenName":"Ana","familyName":"Lo"},"title":"Tour \"Guide\"","active":true,
        "emails":[{"value":"Ana@x.example","type":"work","primary":true},{"value":"b@home.example","type":"home"}],
        "addresses":[{"locality":"Rome","type":"work"}],"preferredLanguage":"en-US",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"701984","department":"Ops","manager":{"value":"user-M"}}
        """;

    [Theory]
    [InlineData("userName eq \"ana@x.EXAMPLE\"")]
    [InlineData("USERNAME EQ \"ana@x.example\"")]
    [InlineData("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"ANA\"")]
    [InlineData("externalId eq \"00U1\"")]
    [InlineData("userName sw \"a\" and active eq true")]
    [InlineData("active eq \"True\"")]
    [InlineData("active eq True")]
    [InlineData("name.familyName eq Lo and (emails.value co x.example or emails.value co nowhere)")]
    [InlineData("name.familyName eq \"X\" or not (name.givenName ne \"ana\")")]
    [InlineData("emails[type eq \"work\"].value eq \"ana@x.example\"")]
    [InlineData("emails[type eq \"home\" and value sw \"b\"]")]
    [InlineData("emails co \"HOME\"")]
    [InlineData("emails.type eq \"home\" and emails.value sw \"ana\"")]
    [InlineData("title eq \"Tour \\\"Guide\\\"\"")]
    [InlineData("title eq \"tour \\u0022guide\\u0022\"")]
    [InlineData("nickName eq null")]
    [InlineData("nickName ne \"x\"")]
    [InlineData("not (nickName pr)")]
    [InlineData("title ne null")]
    [InlineData("name pr and addresses pr and emails pr")]
    [InlineData("employeeNumber eq 701984")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"ops\"")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"user-M\"")]
    [InlineData("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User pr")]
    [InlineData("manager eq \"user-M\"")]
    [InlineData("manager pr")]
    [InlineData("userName gt \"ana\" and userName le \"ANA@x.example\"")]
    [InlineData("name.familyName pr or fake pr and active eq true", false)]
    [InlineData("not (not(userName pr))")]
    [InlineData("  ( userName   pr )  ")]
    [InlineData("title pr and nickName pr or active eq true")]
    [InlineData("active eq true or title pr and nickName pr")]
    [InlineData("preferredLanguage ew \"-us\"")]
    [InlineData("emails[not (type eq \"work\")]")]
    public void A_filter_that_fits_matches(string text, bool parses = true)
    {
        if (parses)
        {
            Said.Filter(text).Matches(Said.User(Ana)).ShouldBeTrue(text);
        }
        else
        {
            Error(text).Type.ShouldBe("invalidFilter");
        }
    }

    [Theory]
    [InlineData("externalId eq \"00u1\"")]
    [InlineData("manager eq \"user-m\"")]
    [InlineData("emails[type eq \"home\" and value sw \"ana\"]")]
    [InlineData("emails[type eq \"home\"].value eq \"ana@x.example\"")]
    [InlineData("active eq false")]
    [InlineData("active ne true")]
    [InlineData("title eq null")]
    [InlineData("nickName pr")]
    [InlineData("nickName eq \"\"")]
    [InlineData("title pr and (nickName pr or active eq false)")]
    [InlineData("userName gt \"ana@x.example\"")]
    [InlineData("not (active eq true)")]
    [InlineData("userName co \"%\"")]
    [InlineData("groups.value eq \"g\"")]
    public void A_filter_that_does_not_fit_does_not_match(string text) =>
        Said.Filter(text).Matches(Said.User(Ana)).ShouldBeFalse(text);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("userName")]
    [InlineData("userName eq")]
    [InlineData("userName eq \"x")]
    [InlineData("userName eq \"x\" and")]
    [InlineData("userName eq \"x\" or or active eq true")]
    [InlineData("userName is \"x\"")]
    [InlineData("(userName pr")]
    [InlineData("userName pr)")]
    [InlineData("not userName pr")]
    [InlineData("fake eq \"x\"")]
    [InlineData("password eq \"x\"")]
    [InlineData("name.fake eq \"x\"")]
    [InlineData("name eq \"x\"")]
    [InlineData("addresses eq \"x\"")]
    [InlineData("urn:other:User:userName eq \"x\"")]
    [InlineData("emails[type eq \"work\"")]
    [InlineData("emails[emails[type pr]]")]
    [InlineData("emails[fake pr]")]
    [InlineData("emails[type pr].fake eq \"x\"")]
    [InlineData("name[givenName pr]")]
    [InlineData("active gt true")]
    [InlineData("active co \"t\"")]
    [InlineData("active eq 1")]
    [InlineData("meta.created co \"2026\"")]
    [InlineData("meta.created gt \"yesterday\"")]
    [InlineData("userName gt null")]
    [InlineData("userName eq \"\\x\"")]
    [InlineData("userName eq \"\\ud800\"")]
    [InlineData("userName eq \"\\u0000\"")]
    [InlineData("userName eq \"a\nb\"")]
    [InlineData("userName eq a\"b\"")]
    [InlineData("userName pr userName pr")]
    public void What_is_no_filter_is_refused(string text) => Error(text).Type.ShouldBe("invalidFilter");

    [Fact]
    public void Filters_are_bounded_in_length_comparisons_and_levels()
    {
        var longest = $"userName eq \"{new string('x', FilterParser.MaxLength - 14)}\"";
        longest.Length.ShouldBe(FilterParser.MaxLength);
        Said.Filter(longest);
        Error(longest + " ").Type.ShouldBe("invalidFilter");

        Said.Filter(string.Join(" or ", Enumerable.Repeat("title pr", FilterParser.MaxTests)));
        Error(string.Join(" or ", Enumerable.Repeat("title pr", FilterParser.MaxTests + 1))).Type.ShouldBe("invalidFilter");

        Said.Filter(Nested(FilterParser.MaxLevels - 1));
        Error(Nested(FilterParser.MaxLevels)).Type.ShouldBe("invalidFilter");

        // Levels are those that are open at once.
        Said.Filter(string.Join(" and ", Enumerable.Repeat("(title pr)", FilterParser.MaxTests)));

        static string Nested(int levels) => $"{new string('(', levels)}title pr{new string(')', levels)}";
    }

    [Theory]
    [InlineData("meta.lastModified ge \"2026-03-01T09:15:02.481733Z\"", true)]
    [InlineData("meta.lastModified gt \"2026-03-01T09:15:02.481733Z\"", false)]
    [InlineData("meta.lastModified gt \"2026-03-01T09:15:02.4817329Z\"", true)]
    [InlineData("meta.lastModified eq \"2026-03-01T10:15:02.481733+01:00\"", true)]
    [InlineData("meta.lastModified eq \"2026-03-01T09:15:02.481733\"", true)]
    [InlineData("meta.lastModified gt \"0001-01-03T00:00:00.0000000Z\"", true)]
    [InlineData("meta.lastModified gt \"0001-01-01T00:00:00.000000000+23:59\"", true)]
    [InlineData("meta.lastModified lt \"9999-12-31T23:59:59.999999999-23:59\"", true)]
    [InlineData("meta.lastModified pr", true)]
    [InlineData("meta.created eq null", true)]
    public void Times_are_instants(string text, bool matches)
    {
        var user = Said.User("");
        var meta = user.Open(CommonAttributes.Meta);
        meta[CommonAttributes.LastModified] = new ScimTime(Instant.From(DateTimeOffset.Parse("2026-03-01T09:15:02.481733Z")));
        Said.Filter(text).Matches(user).ShouldBe(matches);
    }

    [Fact]
    public void What_only_another_type_has_is_without_a_value_here()
    {
        var both = new FilterScope(ResourceType.User, ResourceType.Group);
        var user = Said.User(Ana);
        Matches("members pr").ShouldBeFalse();
        Matches("not (members.value eq \"x\")").ShouldBeTrue();
        Matches("members ne \"x\"").ShouldBeTrue();
        Matches("displayName pr or userName pr").ShouldBeTrue();
        FilterParser.Parse("fake pr", both, out var error).ShouldBeNull();
        error!.Type.ShouldBe("invalidFilter");

        bool Matches(string text) => FilterParser.Parse(text, both, out _)!.Matches(user);
    }

    [Fact]
    public void Letters_that_only_look_alike_stay_apart_in_user_names()
    {
        Said.Filter("userName eq \"KIM\"").Matches(Said.User("\"userName\":\"\u212Aim\"")).ShouldBeFalse();
        Said.Filter("userName eq \"kim\"").Matches(Said.User("\"userName\":\"KIM\"")).ShouldBeTrue();
        Said.Filter("userName eq \"\u00e9\"").Matches(Said.User("\"userName\":\"e\u0301\"")).ShouldBeFalse();
    }

    private static Roster.Http.Scim.ScimError Error(string text)
    {
        FilterParser.Parse(text, new FilterScope(ResourceType.User), out var error).ShouldBeNull(text);
        return error.ShouldNotBeNull(text);
    }
}
