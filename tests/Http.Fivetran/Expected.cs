namespace Roster.Tests.Http.Fivetran;

/// <summary>What the world's things look like through this door, to the byte. The clock stands still.</summary>
internal static class Expected
{
    public const string Ada =
        """{"id":"ada","email":"Ada@example.com","given_name":"Ada","family_name":"Byron","verified":false,"invited":false,"picture":"https://img.example.com/ada.png","phone":"+441234567890","role":"Account Administrator","logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}""";

    public const string Grace =
        """{"id":"grace","email":"grace@example.com","given_name":"Grace","family_name":"Murray","verified":false,"invited":false,"picture":null,"phone":null,"role":"Account Reviewer","logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}""";

    public const string Mary =
        """{"id":"mary","email":"mary@example.com","given_name":"","family_name":"","verified":false,"invited":false,"picture":null,"phone":null,"role":null,"logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}""";

    /// <summary>As a group's list shows who reaches it through the account alone.</summary>
    public const string AdaWithoutRole =
        """{"id":"ada","email":"Ada@example.com","given_name":"Ada","family_name":"Byron","verified":false,"invited":false,"picture":"https://img.example.com/ada.png","phone":"+441234567890","role":null,"logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}""";

    public const string GraceWithoutRole =
        """{"id":"grace","email":"grace@example.com","given_name":"Grace","family_name":"Murray","verified":false,"invited":false,"picture":null,"phone":null,"role":null,"logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}""";

    public const string GraceInGroup =
        """{"id":"grace","email":"grace@example.com","given_name":"Grace","family_name":"Murray","verified":false,"invited":false,"picture":null,"phone":null,"role":"Edit Destination","logged_in_at":null,"created_at":"2026-03-03T10:00:00.123456Z","active":true}""";

    public const string CalmValley = """{"id":"calm_valley","name":"Warehouse","created_at":"2026-03-03T10:00:00.123456Z"}""";

    public const string StillLake = """{"id":"still_lake","name":"Staging","created_at":"2026-03-03T10:00:00.123456Z"}""";

    public const string BriskHarbor =
        """{"id":"brisk_harbor","group_id":"calm_valley","service":"google_sheets","service_version":1,"schema":"sheets.budget","connected_by":"ada","created_at":"2026-03-03T10:00:00.123456Z","succeeded_at":null,"failed_at":null,"paused":true,"pause_after_trial":false,"sync_frequency":360,"schedule_type":"auto","networking_method":"Directly","data_delay_sensitivity":"NORMAL","data_delay_threshold":0,"setup_tests":[],"config":{"schema":"sheets","table":"budget"},"status":{"setup_state":"incomplete","sync_state":"scheduled","update_state":"on_schedule","is_historical_sync":true,"tasks":[],"warnings":[]}}""";

    public const string WarmRiver =
        """{"id":"warm_river","group_id":"calm_valley","service":"kafka","service_version":1,"schema":"kafka","connected_by":null,"created_at":"2026-03-03T10:00:00.123456Z","succeeded_at":null,"failed_at":null,"paused":true,"pause_after_trial":false,"sync_frequency":360,"schedule_type":"auto","networking_method":"Directly","data_delay_sensitivity":"NORMAL","data_delay_threshold":0,"setup_tests":[],"config":{},"status":{"setup_state":"incomplete","sync_state":"scheduled","update_state":"on_schedule","is_historical_sync":true,"tasks":[],"warnings":[]}}""";

    public const string InGroup = """{"id":"calm_valley","role":"Edit Destination","created_at":"2026-03-03T10:00:00.123456Z"}""";

    public const string InConnection = """{"id":"brisk_harbor","role":"Edit Connection","created_at":"2026-03-03T10:00:00.123456Z"}""";

    public const string NightCrew = """{"id":"night_crew","name":"Night crew","description":"After ten.","role":"Account Reviewer"}""";

    public const string DayCrew = """{"id":"day_crew","name":"Day crew","description":null,"role":null}""";

    public const string NoTeam = """{"code":"NotFound_Team","message":"Team 'nobody' does not exist"}""";

    public const string NoUser = """{"code":"NotFound_User","message":"User 'nobody' does not exist"}""";

    public const string NoGroup = """{"code":"NotFound_Group","message":"Group 'nowhere' does not exist"}""";

    public const string LastOwner = """{"code":"Conflict","message":"The account must keep at least one owner."}""";

    public const string BadLimit = """{"code":"InvalidInput","message":"Field 'limit' must be a whole number from 1 to 1000"}""";

    public const string BadCursor = """{"code":"InvalidInput","message":"Field 'cursor' is not a next_cursor of this list"}""";
}
