using Roster.Storage;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Storage.Conformance.Sqlite;

public sealed class SqliteAddressTests
{
    [Theory]
    [InlineData("sqlite:./data/roster.db", "./data/roster.db")]
    [InlineData("sqlite:/a folder/postgres:x", "/a folder/postgres:x")]
    public void An_address_names_a_file(string text, string file)
    {
        StoreAddress.Parse(text, out var problem).ShouldBe(new SqliteAddress(file));
        problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("sqlite:")]
    [InlineData("./data/roster.db")]
    [InlineData("mysql://ada:s3cret@h/d")]
    [InlineData("Host=h;Password=s3cret")]
    public void Whatever_is_no_address_is_told_the_forms_of_one(string text)
    {
        StoreAddress.Parse(text, out var problem).ShouldBeNull();
        problem.ShouldStartWith("must be sqlite:<file>");
        problem.ShouldNotContain("s3cret");
    }
}
