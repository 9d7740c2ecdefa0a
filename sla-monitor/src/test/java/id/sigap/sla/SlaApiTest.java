package id.sigap.sla;

import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.testing.api.AccessTable;
import id.sigap.testing.api.OwnershipContract;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class SlaApiTest extends OwnershipContract {

    private static final AccessTable ACCESS = AccessTable.of("""
            GET /api/v1/clocks                sari dewi wira oka telkomsel-api
            GET /api/v1/clocks/{request}      sari dewi wira oka telkomsel-api
            GET /api/v1/breaches              sari dewi wira oka telkomsel-api
            GET /api/v1/scorecards            sari dewi wira oka telkomsel-api
            GET /api/v1/scorecards/{operator} sari dewi wira oka telkomsel-api
            GET /api/v1/tickets/{ticket}/clock sari dewi wira oka
            GET /api/v1/waits                 sari dewi wira oka
            GET /api/v1/policy                sari dewi wira oka telkomsel-api
            """);

    @Override
    protected AccessTable access() {
        return ACCESS;
    }

    @Override
    protected List<Pair> pairs() {
        return List.of(
                new Pair(owned("telkomsel-api", "TELKOMSEL"), owned("indosat-api", "INDOSAT")),
                new Pair(ticket(), ticket()));
    }

    private static Belongings ticket() {
        return new Belongings(
                List.of(),
                Map.of(
                        "ticket",
                        Rows.ticket("REROUTE", Instant.parse("2026-01-05T03:00:00Z"))
                                .toString()));
    }

    private static Belongings owned(String machine, String operator) {
        String request = Rows.clock(operator, "BREACHED", Instant.parse("2026-01-05T03:00:00Z"), null, null)
                .toString();
        return new Belongings(as(machine), Map.of("request", request, "operator", operator));
    }

    @Override
    protected String nothing(String variable) {
        return variable.equals("operator") ? "NOBODY" : super.nothing(variable);
    }
}
