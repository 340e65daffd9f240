using Npgsql;
using Roster.Storage;
using Roster.Storage.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://db.example.com", "Host=db.example.com;Port=5432")]
    [InlineData("postgresql://db.example.com/", "Host=db.example.com;Port=5432")]
    [InlineData("postgres://ada:secret@db.example.com:6432/roster", "Host=db.example.com;Port=6432;Username=ada;Password=secret;Database=roster")]
    [InlineData("postgres:postgresql://ada@db.example.com/roster", "Host=db.example.com;Port=5432;Username=ada;Database=roster")]
    [InlineData("postgres://ada:@db.example.com:/roster", "Host=db.example.com;Port=5432;Username=ada;Database=roster")]
    [InlineData("postgres://a%40b:%3A%2F%3F%23%5B%5D%40%25;'\"+=@h/d%2Fe", "Host=h;Port=5432;Username=a@b;Password=\":/?#[]@%;'\"\"+=\";Database=d/e")]
    [InlineData("postgres://ada:p:q?r#s@h/d", "Host=h;Port=5432;Username=ada;Password=p:q?r#s;Database=d")]
    [InlineData("postgres://%C3%A9:%E2%82%AC@h", "Host=h;Port=5432;Username=é;Password=€")]
    [InlineData("postgres://[2001:db8::1]/d", "Host=2001:db8::1;Port=5432;Database=d")]
    [InlineData("postgres://ada@[::1]:6432/d", "Host=::1;Port=6432;Username=ada;Database=d")]
    [InlineData("postgres://h1:5433,h2,[::1]:5434/d", "Host='h1:5433,h2:5432,[::1]:5434';Database=d")]
    [InlineData("postgres://h1,h2/d?target_session_attrs=read-write", "Host='h1:5432,h2:5432';Database=d;Target Session Attributes=read-write")]
    [InlineData("postgres:///d?host=h1,h2&port=6432", "Host='h1:6432,h2:6432';Database=d")]
    [InlineData("postgres://?host=h1,h2&port=6432,", "Host='h1:6432,h2:5432'")]
    [InlineData("postgres://ada@/d?host=/run/postgresql&port=5433", "Host=/run/postgresql;Port=5433;Username=ada;Database=d")]
    [InlineData("postgres://%2Frun%2Fpostgresql/d", "Host=/run/postgresql;Port=5432;Database=d")]
    [InlineData("postgres://h?user=ada&password=a%26b%3Dc&dbname=d", "Host=h;Port=5432;Username=ada;Password=\"a&b=c\";Database=d")]
    [InlineData("postgres://ada:one@h/d?dbname=e&password=two&host=i&port=1", "Host=i;Port=1;Username=ada;Password=two;Database=e")]
    [InlineData(
        "postgres://h/d?sslmode=verify-full&sslrootcert=/etc/ca.pem&sslcert=c.pem&sslkey=k.pem&sslpassword=p&sslnegotiation=direct",
        "Host=h;Port=5432;Database=d;SSL Mode=VerifyFull;Root Certificate=/etc/ca.pem;SSL Certificate=c.pem;SSL Key=k.pem;SSL Password=p;SSL Negotiation=Direct")]
    [InlineData("postgres://h?sslmode=verify-ca", "Host=h;Port=5432;SSL Mode=VerifyCA")]
    [InlineData("postgres://h?sslmode=disable&gssencmode=disable&channel_binding=require", "Host=h;Port=5432;SSL Mode=Disable;GSS Encryption Mode=Disable;Channel Binding=Require")]
    [InlineData("postgres://h?application_name=the%20roster&connect_timeout=3&options=-c%20work_mem%3D8MB", "Host=h;Port=5432;Application Name=the roster;Timeout=3;Options=\"-c work_mem=8MB\"")]
    [InlineData("postgres://h1,h2?load_balance_hosts=random", "Host='h1:5432,h2:5432';Load Balance Hosts=True")]
    [InlineData("postgres://h?passfile=/etc/pgpass&krbsrvname=pg", "Host=h;Port=5432;Passfile=/etc/pgpass;Kerberos Service Name=pg")]
    [InlineData("postgres:Host=h;Username=ada;Password='a;b=c';Database=d;Maximum Pool Size=5", "Host=h;Username=ada;Password=\"a;b=c\";Database=d;Maximum Pool Size=5")]
    [InlineData("postgres:server=h;user id=ada;pwd=p", "Host=h;Username=ada;Password=p")]
    public void An_address_is_what_Npgsql_and_libpq_understand(string text, string expected)
    {
        var address = StoreAddress.Parse(text, out var problem);

        problem.ShouldBeNull();
        Keywords(address.ShouldBeOfType<PostgresAddress>().Connection).ShouldBe(Keywords(expected));
    }

    [Theory]
    [InlineData("postgres:", "no host")]
    [InlineData("postgres://", "no host")]
    [InlineData("postgres:///roster", "no host")]
    [InlineData("postgres://h1,,h2", "no host")]
    [InlineData("postgres://ada:s3cret@/roster", "no host")]
    [InlineData("postgres://::1/d", "[::1]")]
    [InlineData("postgres://[::1/d", "[::1]")]
    [InlineData("postgres://[::1]x/d", "port")]
    [InlineData("postgres://h:0/d", "port")]
    [InlineData("postgres://h:65536/d", "port")]
    [InlineData("postgres://h:+1/d", "port")]
    [InlineData("postgres://h1,h2,h3?port=1,2", "number of ports")]
    [InlineData("postgres://ada:s3cret/roster", "port")]
    [InlineData("postgres://ada:s3cret/x@h/d", "%2F")]
    [InlineData("postgres://ada:s3c@ret@h/d", "%40")]
    [InlineData("postgres://ada:x@s3c/ret?s3cret=1@h/d", "%40")]
    [InlineData("postgres://ada:5/d?s3cret=1@h/d", "%40")]
    [InlineData("postgres://ada:s3cret%@h/d", "%25")]
    [InlineData("postgres://ada:s3cret%0g@h/d", "%25")]
    [InlineData("postgres://ada:s3cret%00@h/d", "%25")]
    [InlineData("postgres://ada:s3cret@h/d?sslmod=require", "'sslmod'")]
    [InlineData("postgres://ada:s3cret@h/d?SSLMODE=require", "'SSLMODE'")]
    [InlineData("postgres://h/d?password=a&s3cret", "%26")]
    [InlineData("postgres://h/d?sslpassword=a&s3cret=b", "%26")]
    [InlineData("postgres://h/d?hostaddr=127.0.0.1", "'hostaddr'")]
    [InlineData("postgres://h/d?sslmode=sometimes", "'sslmode'")]
    [InlineData("postgres://h/d?connect_timeout=s3cret", "'connect_timeout'")]
    [InlineData("postgres://h/d?target_session_attrs=leader", "'target_session_attrs'")]
    [InlineData("postgres:Host=h;Passwort=x", "'passwort'")]
    [InlineData("postgres:Host=h;Password=x;s3cret=1", "quotes")]
    [InlineData("postgres:Host=h;Password=x;s3cret", "quotes")]
    [InlineData("postgres:Host=h;Port=s3cret", "'port'")]
    [InlineData("postgres:Username=ada;Password=s3cret", "no host")]
    [InlineData("postgres:host=h port=5432 password=s3cret", "';'")]
    public void What_is_no_address_is_said_why_and_no_password_is_repeated(string text, string why)
    {
        StoreAddress.Parse(text, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull();
        problem.ShouldContain(why);
        problem.ShouldNotContain("s3c");
    }

    [Theory]
    [InlineData("postgres://ada:s3cret@db.example.com/roster", "postgres: roster at db.example.com")]
    [InlineData("postgres://ada:s3cret@db.example.com:6432", "postgres: ada at db.example.com:6432")]
    [InlineData("postgres://h1,[::1]:5433/roster?password=s3cret", "postgres: roster at h1:5432,[::1]:5433")]
    [InlineData("postgres://h?sslpassword=s3cret", "postgres: h")]
    public void An_address_shows_which_database_it_is_and_nothing_secret(string text, string shown) =>
        $"{StoreAddress.Parse(text, out _)}".ShouldBe(shown);

    /// <summary>As somebody writes it who knows nothing of codes and quotes.</summary>
    [Theory]
    [InlineData("postgres://ada:{0}@h/d")]
    [InlineData("postgres://ada:{0}@h/d?sslmode=require")]
    [InlineData("postgres://h/d?password={0}&user=ada")]
    [InlineData("postgres:Host=h;Username=ada;Password={0};Database=d")]
    public void Whatever_signs_a_password_has_neither_a_problem_nor_the_address_shows_a_part_of_it(string form)
    {
        const string signs = "@/?&=%;:#,'\" ";
        foreach (var (a, b) in signs.SelectMany(a => signs.Select(b => (a, b))))
        {
            var address = StoreAddress.Parse(string.Format(form, $"s3c{a}s3c{b}s3c"), out var problem);

            (problem ?? address!.ToString()).ShouldNotContain("s3c", customMessage: $"{a} {b}");
        }
    }

    /// <summary>Keyword by keyword, whatever their order and their other names.</summary>
    private static IEnumerable<string> Keywords(string connection)
    {
        var pairs = new NpgsqlConnectionStringBuilder(connection);
        return pairs.Keys.Select(keyword => $"{keyword}={pairs[keyword]}").Order(StringComparer.Ordinal);
    }
}
