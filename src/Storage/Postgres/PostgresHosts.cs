using System.Globalization;
using Npgsql;

namespace Roster.Storage.Postgres;

/// <summary>One host, or several to try in turn, each with its port. A host that begins with '/' is the folder of a socket.</summary>
internal sealed class PostgresHosts
{
    private string[] _names = [];
    private string[] _ports = [];

    /// <summary>As they stand before the database: <c>name:port</c>, <c>[address]:port</c>.</summary>
    public void Read(IReadOnlyList<string> hosts)
    {
        var ends = hosts.Select(End).ToList();
        _names = [.. hosts.Zip(ends, (host, end) => host[..end].Trim('[', ']'))];
        _ports = [.. hosts.Zip(ends, (host, end) => host[end..].TrimStart(':'))];
    }

    public void ReadNames(string names) => _names = names.Split(',');

    public void ReadPorts(string ports) => _ports = ports.Split(',');

    /// <summary>What is wrong with them; null where nothing is.</summary>
    public string? Write(NpgsqlConnectionStringBuilder connection)
    {
        var ports = _ports is [var one] ? Enumerable.Repeat(one, _names.Length).ToList() : [.. _ports];
        if (_names.Contains(""))
        {
            return "names no host, such as db.example.com, [::1], or ?host=/run/postgresql for a socket";
        }

        if (ports.Count != _names.Length)
        {
            return "has another number of ports than of hosts";
        }

        if (ports.Exists(port => port.Length > 0 && !IsPort(port)))
        {
            return "has a port that is no number from 1 to 65535; an IPv6 address stands in [ ]";
        }

        if (_names is [var name])
        {
            connection.Host = name;
            connection.Port = NumberOf(ports[0]);
        }
        else
        {
            connection.Host = string.Join(',', _names.Zip(ports, WithPort));
        }

        return null;
    }

    private static int End(string host) => host switch
    {
        ['[', ..] => host.IndexOf(']', StringComparison.Ordinal) + 1,
        _ when host.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon => colon,
        _ => host.Length,
    };

    private static bool IsPort(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0;

    private static int NumberOf(string port) =>
        port.Length > 0 ? int.Parse(port, CultureInfo.InvariantCulture) : NpgsqlConnection.DefaultPort;

    private static string WithPort(string name, string port) =>
        $"{(name.Contains(':', StringComparison.Ordinal) ? $"[{name}]" : name)}:{NumberOf(port)}";
}
