package id.sigap.bench.load;

import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Citizens who report a number each. */
public final class Reports {

    private static final String FORM = """
            {"name":"Budi Contoh","email":"budi%d@warga.example","mobile":"%s","kind":"COMPLAINT","channel":"SMS",\
            "category":"PRIZE","suspectNumber":"%s","occurredAt":"%s","moneyLost":false,"language":"id",\
            "narrative":"Saya menerima pesan singkat yang mengatakan bahwa saya menang undian berhadiah mobil dan harus \
            membayar biaya administrasi sebesar dua juta rupiah ke sebuah rekening sebelum hadiah dikirim. Nomor ini \
            sudah tiga kali menghubungi saya sejak kemarin dan meminta kode yang dikirim lewat SMS."}""";

    private final Web web;
    private final URI address;
    private final Numbers suspects;
    private final Numbers reporters = new Numbers();
    private final String occurredAt = Instant.now().minus(Duration.ofHours(1)).toString();
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong count = new AtomicLong();

    /** @param suspects who is reported */
    public Reports(Web web, Stack stack, Numbers suspects) {
        this.suspects = suspects;
        this.web = web;
        this.address = stack.api(Service.INTAKE).resolve("/api/v1/reports");
    }

    /** @param number the reported one */
    public record Taken(String number, JsonObject answer) {

        public String report() {
            return answer.getString("report");
        }

        public String receipt() {
            return answer.getString("receiptCode");
        }
    }

    /** A form handed in; the answer is not looked into. */
    public Future<?> handIn() {
        return post(suspects.next());
    }

    /** A form handed in, of which one wants to know what became. */
    public Future<Taken> take() {
        return take(_ -> {});
    }

    /** @param told the number, before it is handed in */
    public Future<Taken> take(Consumer<String> told) {
        String number = suspects.next();
        told.accept(number);
        return post(number).map(answer -> new Taken(number, answer.toJsonObject()));
    }

    private Future<Buffer> post(String number) {
        long name = count.getAndIncrement();
        var headers = Map.of("Content-Type", "application/json", "Idempotency-Key", run + "-" + name);
        return web.post(
                address, headers, Buffer.buffer(FORM.formatted(name, reporters.next(), number, occurredAt)), 201);
    }
}
