using Roster.Core.Access;
using Roster.Core.Access.Graph;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Changes;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Core.Access.Graph;

/// <summary>What checks found out is kept, and that costs no more memory than it is said to.</summary>
public sealed class FactsTests
{
    private const long Now = 7;

    private readonly Facts _facts = new();

    public static TheoryData<SubjectIdentifier> Identifiers => [SubjectIdentifier.Email, SubjectIdentifier.UserName, SubjectIdentifier.ExternalId];

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void That_a_name_is_nobodys_is_kept(SubjectIdentifier identifier)
    {
        var name = new string('x', Text.MaxName);
        _facts.TryName(identifier, name, Now, out _).ShouldBeFalse();

        _facts.Keep(identifier, name, null, Now);

        _facts.TryName(identifier, name, Now, out var user).ShouldBeTrue();
        user.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Whom_no_name_is_long_enough_for_is_known_to_be_nobody_without_asking(SubjectIdentifier identifier)
    {
        _facts.TryName(identifier, TooLong, Now, out var user).ShouldBeTrue();
        user.ShouldBeNull();
    }

    [Fact]
    public void What_is_called_by_a_text_that_nothing_has_is_known_to_be_nothing_and_not_kept()
    {
        _facts.TryType(TooLong, Now, out var type).ShouldBeTrue();
        type.ShouldBeNull();
        _facts.TryResource(TooLong, "1", Now, out _).ShouldBeTrue();
        _facts.TryResource("record", TooLong, Now, out var resource).ShouldBeTrue();
        resource.ShouldBeNull();

        _facts.Keep("record", TooLong, (Resource?)null, Now);

        _facts.Bytes.ShouldBe(0);
    }

    /// <summary>Two thousand resources of which much is kept would be 130 MB.</summary>
    [Fact]
    public void Of_what_is_large_less_is_kept()
    {
        var attributes = Attributes.From(Enumerable.Range(0, Attributes.Most).Select(i => KeyValuePair.Create($"name{i}", Scalar.Of(new string('x', Attributes.MaxText)))));
        string[] ids = [.. Enumerable.Range(0, 2_000).Select(i => $"record-{i}")];
        foreach (var id in ids)
        {
            _facts.Keep("record", id, new Resource("record", id, ScopeId.Account(new("org-1")), attributes, 1, default, 1, default), Now);

            _facts.TryResource("record", id, Now, out var resource).ShouldBeTrue();
            resource.ShouldNotBeNull();
        }

        var kept = ids.Count(id => _facts.TryResource("record", id, Now, out _));
        _facts.Bytes.ShouldBeGreaterThan(kept * 2L * Attributes.Most * Attributes.MaxText);
        _facts.Bytes.ShouldBeLessThanOrEqualTo(FactTable<string, string>.MaxBytes);
    }

    [Fact]
    public void What_is_forgotten_takes_nothing()
    {
        _facts.Keep("record", new ResourceType("record", ResourceIds.Any, ScopeId.Account(new("org-1")), 1, default, 1, default), Now);
        _facts.Keep("record", new ResourceType("record", ResourceIds.Any, ScopeId.Account(new("org-1")), 1, default, 1, default), Now);
        _facts.Bytes.ShouldBePositive();

        _facts.Forget(new CommittedSet(new("org-1"), Now + 1, default, "", Door.Native, [new ResourceTypeRemoved("record")]));

        _facts.Bytes.ShouldBe(0);
    }

    private static string TooLong => new('x', Text.MaxName + 1);
}
