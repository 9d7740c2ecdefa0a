package id.sigap.bench.relay;

import id.sigap.bench.load.Web;
import id.sigap.bench.stage.BareApp;
import id.sigap.bench.stage.Database;
import id.sigap.bench.stage.Setup;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.PostgresServer;
import id.sigap.infrastructure.ServiceDatabase;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The benchmark's own service with the real journal and, if wanted, the real relay. */
final class Ledger implements AutoCloseable {

    private static final String PASSWORD = "bench";

    private final BareApp app;
    private final Database database;
    private final Web web;

    private Ledger(BareApp app, Database database, Web web) {
        this.app = app;
        this.database = database;
        this.web = web;
    }

    static Ledger withRelay(Setup setup, PostgresServer postgres, KafkaBroker broker, Web web) {
        return start(setup, "ledger", true, postgres, broker, web);
    }

    static Ledger alone(Setup setup, PostgresServer postgres, KafkaBroker broker, Web web) {
        return start(setup, "ledger_alone", false, postgres, broker, web);
    }

    private static Ledger start(
            Setup setup, String name, boolean relay, PostgresServer postgres, KafkaBroker broker, Web web) {
        var database = new ServiceDatabase(name, PASSWORD, PASSWORD);
        postgres.createService(database);
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(name));
        settings.put("quarkus.datasource.username", name);
        settings.put("quarkus.datasource.password", PASSWORD);
        settings.put("quarkus.flyway.username", database.owner());
        settings.put("quarkus.flyway.password", PASSWORD);
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("sigap.relay.enabled", Boolean.toString(relay));
        return new Ledger(BareApp.start(setup, "ledger", name, settings), Database.of(postgres, name), web);
    }

    /** What writers did. */
    record Written(long transactions, double seconds) {

        double perSecond() {
            return transactions / seconds;
        }
    }

    /** Writes for a while, at full speed. */
    Written write(int writers, Duration time) {
        return join(start(writers, time, 0));
    }

    /** @param perSecond 0 for full speed */
    Future<Written> start(int writers, Duration time, double perSecond) {
        return ask("/write?writers=%d&millis=%d&per-second=%s".formatted(writers, time.toMillis(), perSecond))
                .map(answer -> new Written(answer.getLong("transactions"), answer.getDouble("seconds")));
    }

    void fill(int events) {
        join(web.post(app.address().resolve("/fill?events=" + events), Map.of(), Buffer.buffer(), 204));
    }

    /** Makes so many events wait again, all from one moment on. @return that moment */
    Instant putBack(int events) {
        return Instant.ofEpochMilli(join(ask("/put-back?events=" + events)).getLong("since"));
    }

    Database database() {
        return database;
    }

    private Future<JsonObject> ask(String path) {
        return web.post(app.address().resolve(path), Map.of());
    }

    static <T> T join(Future<T> answer) {
        return answer.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        database.close();
        app.close();
    }
}
