using static Roster.Tests.Http.Fivetran.Expected;

namespace Roster.Tests.Http.Fivetran.Contract;

/// <summary><c>{c}</c> and <c>{C}</c> stand for the two forms: connectors and Connector, connections and Connection.</summary>
public sealed class ConnectionTests(FivetranServer server) : ContractTests(server)
{
    private const string NoConnection = """{"code":"NotFound_{C}","message":"{C} 'nowhere' does not exist"}""";

    private const string Sheets =
        """{"service":"google_sheets","group_id":"still_lake","paused":false,"run_setup_tests":true,"trust_certificates":true,"sync_frequency":60,"networking_method":"SshTunnel","data_delay_sensitivity":null,"data_delay_threshold":null,"config":{"schema":"sheets","table":"people","password":"secret"}}""";

    private const string MadeSheets =
        """{"id":"ID","group_id":"still_lake","service":"google_sheets","service_version":1,"schema":"sheets.people","connected_by":null,"created_at":"2026-03-03T10:00:00.123456Z","succeeded_at":null,"failed_at":null,"paused":false,"pause_after_trial":false,"sync_frequency":60,"schedule_type":"auto","networking_method":"SshTunnel","data_delay_sensitivity":"NORMAL","data_delay_threshold":0,"setup_tests":[],"config":{"schema":"sheets","table":"people"},"status":{"setup_state":"incomplete","sync_state":"scheduled","update_state":"on_schedule","is_historical_sync":true,"tasks":[],"warnings":[]}}""";

    private const string ChangedHarbor =
        """{"id":"brisk_harbor","group_id":"calm_valley","service":"google_sheets","service_version":1,"schema":"prefix","connected_by":"ada","created_at":"2026-03-03T10:00:00.123456Z","succeeded_at":null,"failed_at":null,"paused":false,"pause_after_trial":true,"sync_frequency":5,"schedule_type":"manual","networking_method":"PrivateLink","data_delay_sensitivity":"HIGH","data_delay_threshold":3,"setup_tests":[],"config":{"schema":"sheets","table":"budget","schema_prefix":"prefix"},"status":{"setup_state":"incomplete","sync_state":"scheduled","update_state":"on_schedule","is_historical_sync":true,"tasks":[],"warnings":[]}}""";

    [Theory]
    [InlineData("GET /v1/{c}", null, 200, $$$"""{"code":"Success","message":"Connections list retrieved successfully","data":{"items":[{{{BriskHarbor}}},{{{WarmRiver}}}]}}""")]
    [InlineData("GET /v1/{c}?group_id=calm_valley&schema=sheets.budget", null, 200, $$$"""{"code":"Success","message":"Connections list retrieved successfully","data":{"items":[{{{BriskHarbor}}}]}}""")]
    [InlineData("GET /v1/{c}?group_id=still_lake", null, 200, """{"code":"Success","message":"Connections list retrieved successfully","data":{"items":[]}}""")]
    [InlineData("GET /v1/{c}?limit=0", null, 400, BadLimit)]
    [InlineData("GET /v1/{c}?cursor=ab", null, 400, BadCursor)]
    [InlineData("GET /v1/{c}?group_id=nowhere", null, 404, NoGroup)]
    public Task List_connections(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("POST /v1/{c}", Sheets, 201, $$$"""{"code":"Success","message":"Connection has been created","data":{{{MadeSheets}}}}""")]
    [InlineData("POST /v1/{c}", "{}", 400, """{"code":"InvalidInput","message":"Field 'service' is required; group_id is required"}""")]
    [InlineData("POST /v1/{c}", """{"service":" ","group_id":"still_lake"}""", 400, """{"code":"InvalidInput","message":"Field 'service' must not be empty"}""")]
    [InlineData("POST /v1/{c}", """{"service":"kafka","group_id":"still_lake","config":[]}""", 400, """{"code":"InvalidInput","message":"Field 'config' must be an object"}""")]
    [InlineData("POST /v1/{c}", """{"service":"kafka","group_id":"still_lake","config":{"schema":1}}""", 400, """{"code":"InvalidInput","message":"Field 'config.schema' must be a text"}""")]
    [InlineData("POST /v1/{c}", """{"service":"kafka","group_id":"still_lake","paused":"no"}""", 400, """{"code":"InvalidInput","message":"Field 'paused' must be true or false"}""")]
    [InlineData("POST /v1/{c}", """{"service":"kafka","group_id":"still_lake","sync_frequency":0}""", 400, """{"code":"InvalidInput","message":"Field 'sync_frequency' must be a whole number from 1 to 2147483647"}""")]
    [InlineData("POST /v1/{c}", """{"service":"kafka","group_id":"nowhere"}""", 404, NoGroup)]
    public Task Create_connection(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("GET /v1/{c}/brisk_harbor", null, 200, $$$"""{"code":"Success","message":"Connection details retrieved successfully","data":{{{BriskHarbor}}}}""")]
    [InlineData("GET /v1/{c}/nowhere", null, 404, NoConnection)]
    public Task Connection_details(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("PATCH /v1/{c}/brisk_harbor", "{}", 200, $$$"""{"code":"Success","message":"Connection has been updated","data":{{{BriskHarbor}}}}""")]
    [InlineData("PATCH /v1/{c}/brisk_harbor", """{"paused":false,"pause_after_trial":true,"sync_frequency":5,"schedule_type":"manual","networking_method":"PrivateLink","data_delay_sensitivity":"HIGH","data_delay_threshold":3,"config":{"schema_prefix":"prefix","secret":"x"}}""", 200, $$$"""{"code":"Success","message":"Connection has been updated","data":{{{ChangedHarbor}}}}""")]
    [InlineData("PATCH /v1/{c}/brisk_harbor", """{"networking_method":"","paused":null,"config":null}""", 200, $$$"""{"code":"Success","message":"Connection has been updated","data":{{{BriskHarbor}}}}""")]
    [InlineData("PATCH /v1/{c}/brisk_harbor", """{"data_delay_threshold":-1}""", 400, """{"code":"InvalidInput","message":"Field 'data_delay_threshold' must be a whole number from 0 to 2147483647"}""")]
    [InlineData("PATCH /v1/{c}/nowhere", "{}", 404, NoConnection)]
    public Task Modify_connection(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);

    [Theory]
    [InlineData("DELETE /v1/{c}/brisk_harbor", null, 200, """{"code":"Success","message":"Connection with id 'brisk_harbor' has been deleted"}""")]
    [InlineData("DELETE /v1/{c}/nowhere", null, 404, NoConnection)]
    public Task Delete_connection(string request, string? body, int status, string answer) => BothFormsAnswerAsync(request, body, status, answer);
}
