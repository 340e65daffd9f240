namespace Roster.Tests.Server.Races;

/// <summary>Each race holds on the server as it is, and fails where rules decide on what they read before the lock.</summary>
public sealed class RaceTests
{
    [Fact]
    public Task One_of_the_last_two_owners_stays() => Rounds.HoldAsync(new LastOwnersRace());

    [Fact]
    public Task Without_the_lock_both_owners_go() => Rounds.FailWithoutLockAsync(new LastOwnersRace());

    [Fact]
    public Task An_address_is_used_once() => Rounds.HoldAsync(new SameNameRace());

    [Fact]
    public Task Without_the_lock_an_address_is_not_refused_properly() => Rounds.FailWithoutLockAsync(new SameNameRace());

    [Fact]
    public Task A_membership_begins_once() => Rounds.HoldAsync(new SameMembershipRace());

    [Fact]
    public Task Without_the_lock_a_membership_is_not_refused_properly() => Rounds.FailWithoutLockAsync(new SameMembershipRace());

    [Fact]
    public Task Levels_given_at_once_leave_one_membership() => Rounds.HoldAsync(new LevelsRace());

    [Fact]
    public Task Without_the_lock_levels_collide() => Rounds.FailWithoutLockAsync(new LevelsRace());

    [Fact]
    public Task Nothing_is_left_of_who_was_deleted() => Rounds.HoldAsync(new RoleAgainstDeletionRace());

    [Fact]
    public Task Without_the_lock_the_deleted_get_roles() => Rounds.FailWithoutLockAsync(new RoleAgainstDeletionRace());

    [Fact]
    public Task An_invitation_is_accepted_once() => Rounds.HoldAsync(new InvitationRace());

    [Fact]
    public Task Without_the_lock_an_invitation_is_accepted_twice() => Rounds.FailWithoutLockAsync(new InvitationRace());

    [Fact]
    public Task A_request_that_comes_often_is_done_once() => Rounds.HoldAsync(new RepeatRace());

    [Fact]
    public Task Without_the_lock_a_request_that_comes_often_is_done_often() => Rounds.FailWithoutLockAsync(new RepeatRace());

    [Fact]
    public Task A_version_is_changed_once() => Rounds.HoldAsync(new VersionRace());

    [Fact]
    public Task Without_the_lock_a_version_is_changed_often() => Rounds.FailWithoutLockAsync(new VersionRace());

    [Fact]
    public Task Patches_of_one_user_lose_nothing_of_each_other() => Rounds.HoldAsync(new PatchRace());

    [Fact]
    public Task Without_the_lock_patches_overwrite_each_other() => Rounds.FailWithoutLockAsync(new PatchRace());

    [Fact]
    public Task An_invitation_is_accepted_before_its_end_only() => Rounds.HoldAsync(new InvitationEndRace());

    [Fact]
    public Task Without_the_lock_an_invitation_outlives_its_end() => Rounds.FailWithoutLockAsync(new InvitationEndRace());
}
