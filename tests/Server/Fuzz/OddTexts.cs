namespace Roster.Tests.Server.Fuzz;

/// <summary>Texts that have broken one program or another.</summary>
internal static class OddTexts
{
    private static readonly string[] All =
    [
        "", " ", "\t", "a", "0", "-1", "null", "true", "[]", "{}", "NaN", "1e9", "admin", "ADMIN", "Account Administrator", "Owner",
        "user-", "org-", "org-test", "org-0", "..", ".", "../../etc/passwd", "a/b", "a\\b", "%", "%00", "%2f", "a b", "a+b", "a,b", "a;b", "a&b=c", "#",
        "' OR 1=1 --", "\"; DROP TABLE users; --", "<script>alert(1)</script>", "${jndi:ldap://example.com}", "{user}", "%s%n%x",
        "2020-01-01T00:00:00Z", "2099-13-45T99:99:99Z", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00Z", "2099-01-01", "-271821-04-20T00:00:00Z",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "253402300799999", "253402300800000", "00000000000000000001", "0x10", "1.5", "١٢",
        "\u212Aelvin@example.com", "\u0131@example.com", "\u0130@example.com", "e\u0301@example.com", "\u00E9@example.com", "\u202Eevil@example.com",
        "\U0001F600@example.com", "stra\u00DFe@example.com", "\uFB00@example.com", "\uFF41@example.com", "a@\u4F8B.example", "\u05D0\u05D1@example.com",
        "\uFEFFa@example.com", " a@example.com", "a@example.com ", "\u00A0a@example.com", "a\u200Bb@example.com", "a@", "@", "@example.com", "a@b@example.com",
        "\"a b\"@example.com", "A@EXAMPLE.COM", "a\u2028b@example.com", "a\u0085b@example.com", "\U0010FFFF@example.com", "\uFFFD@example.com",
        "a\r\nb@example.com", "a\r\nSet-Cookie: x=y", "a\nb", "a\rb", "a\0b@example.com", "\0", "\u007F", "\u001B[31m",
        "\uD800", "a\uDC00b@example.com", "\uDC00\uD800",
    ];

    public static string Any(Random random) => random.Next(12) switch
    {
        0 => Long(random),
        1 => random.Of(All) + random.Of(All),
        _ => random.Of(All),
    };

    private static string Long(Random random)
    {
        var unit = random.Of("a", "\u00E9", "\U0001F600", "a.", "\\", "\u0301");
        var length = random.Next(100) == 0 ? 1_200_000 : random.Of(63, 128, 129, 256, 257, 319, 320, 321, 1_024, 5_000, 66_000);
        return string.Concat(Enumerable.Repeat(unit, length / unit.Length)) + random.Of("", "@example.com");
    }
}
