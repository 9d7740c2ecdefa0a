package id.sigap.sla;

import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.testing.api.AccessTable;
import id.sigap.testing.api.ApiContract;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "sla")
class SlaApiTest extends ApiContract {

    private static final AccessTable ACCESS = AccessTable.of("""
            GET /api/v1/clocks                sari dewi wira oka telkomsel-api
            GET /api/v1/clocks/{request}      sari dewi wira oka telkomsel-api
            GET /api/v1/breaches              sari dewi wira oka telkomsel-api
            GET /api/v1/scorecards            sari dewi wira oka telkomsel-api
            GET /api/v1/scorecards/{operator} sari dewi wira oka telkomsel-api
            GET /api/v1/policy                sari dewi wira oka telkomsel-api
            """);

    @Override
    protected AccessTable access() {
        return ACCESS;
    }
}
