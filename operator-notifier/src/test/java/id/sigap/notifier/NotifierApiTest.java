package id.sigap.notifier;

import id.sigap.events.OperatorCode;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.testing.api.AccessTable;
import id.sigap.testing.api.OwnershipContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class NotifierApiTest extends OwnershipContract {

    private static final AccessTable ACCESS = AccessTable.of("""
            GET  /api/v1/requests                       telkomsel-api sari dewi wira
            GET  /api/v1/requests/{request}             telkomsel-api sari dewi wira
            POST /api/v1/requests/{request}/acknowledge telkomsel-api
            POST /api/v1/requests/{request}/confirm     telkomsel-api
            POST /api/v1/requests/{request}/decline     telkomsel-api
            GET  /api/v1/deliveries                     dewi wira oka
            POST /api/v1/deliveries/{delivery}/retry    dewi oka
            """);

    private String request;

    @BeforeEach
    void ask() {
        request = Asked.toBlock(Samples.TELKOMSEL).request().toString();
    }

    @Override
    protected AccessTable access() {
        return ACCESS;
    }

    @Override
    protected List<Pair> pairs() {
        return List.of(new Pair(asked("telkomsel-api", Samples.TELKOMSEL), asked("indosat-api", Samples.INDOSAT)));
    }

    private static Belongings asked(String machine, OperatorCode operator) {
        return new Belongings(
                as(machine), Map.of("request", Asked.toBlock(operator).request().toString()));
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("{request}", request);
    }
}
