using System.Collections.Frozen;

namespace Roster.Storage.Postgres;

/// <summary>libpq's parameters as Npgsql calls them.</summary>
internal static class PostgresParameters
{
    private static readonly FrozenDictionary<string, string> Keywords = new Dictionary<string, string>
    {
        ["user"] = "Username",
        ["password"] = "Password",
        ["passfile"] = "Passfile",
        ["host"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["application_name"] = "Application Name",
        ["connect_timeout"] = "Timeout",
        ["options"] = "Options",
        ["target_session_attrs"] = "Target Session Attributes",
        ["load_balance_hosts"] = "Load Balance Hosts",
        ["sslmode"] = "SSL Mode",
        ["sslnegotiation"] = "SSL Negotiation",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["channel_binding"] = "Channel Binding",
        ["gssencmode"] = "GSS Encryption Mode",
        ["krbsrvname"] = "Kerberos Service Name",
    }.ToFrozenDictionary();

    public static string? KeywordOf(string name) => Keywords.GetValueOrDefault(name);

    public static string ValueOf(string name, string value) => (name, value) switch
    {
        ("sslmode", "verify-ca") => "VerifyCA",
        ("sslmode", "verify-full") => "VerifyFull",
        ("load_balance_hosts", "random") => "true",
        ("load_balance_hosts", "disable") => "false",
        _ => value,
    };
}
