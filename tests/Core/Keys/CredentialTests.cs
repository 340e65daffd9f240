using FsCheck;
using FsCheck.Fluent;
using Roster.Core.Keys;

namespace Roster.Tests.Core.Keys;

public sealed class CredentialTests
{
    private const string Id = "Ab3dE6gH9k";
    private const string LettersAndDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly string Suffix = new('s', 53);

    [Fact]
    public void The_text_of_a_key_is_read_back() => Prop.ForAll(
            Plain(10).ToArbitrary(),
            Plain(53).ToArbitrary(),
            Gen.OneOf(Gen.Constant<string?>(null), Plain(6).Select(text => (string?)("org-" + text))).ToArbitrary(),
            (id, secret, account) =>
            {
                var credential = new Credential(new(id), secret, account);
                return Credential.Parse(credential.ToString()) == credential;
            })
        .QuickCheckThrowOnFailure();

    public static TheoryData<string> Malformed =>
    [
        "",
        ".",
        Id,
        Id + Suffix,
        $"{Id}.{Suffix[1..]}",
        $"{Id}.{Suffix}s",
        $"{Id[1..]}.{Suffix}",
        $"Ab3dE6gH9-.{Suffix}",
        $"{Id}.{Suffix}:",
        $"{Id}.{Suffix}:acme",
        $"{Id}.{Suffix}:org-1:org-1",
        $"{Id}.{Suffix}:org-{new string('1', 600)}",
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_cannot_be_a_key_is_none(string text) => Credential.Parse(text).ShouldBeNull();

    [Fact]
    public void Signs_in_a_secret_are_read_as_older_keys_have_them() =>
        Credential.Parse($"{Id}.{new string('+', 52)}s")!.Secret.ShouldBe(new string('+', 52) + "s");

    private static Gen<string> Plain(int length) =>
        Gen.Elements(LettersAndDigits.ToCharArray()).ArrayOf(length).Select(characters => new string(characters));
}
