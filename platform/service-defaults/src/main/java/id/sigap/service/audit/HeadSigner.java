package id.sigap.service.audit;

import id.sigap.events.CloudEventHeader;
import id.sigap.journal.SignedHeads;
import id.sigap.journal.SignedHeads.Head;
import id.sigap.journal.SigningKeys;
import id.sigap.reliable.Ids;
import id.sigap.service.GivenSecret;
import id.sigap.service.Sql;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says soon after a start, and then every few minutes, how far the chains of the service's books have come, signed, on its own topic. One replica does, and a statement holds what changed since the last. */
@ApplicationScoped
public class HeadSigner {

    private static final int HEADS_OF_A_STATEMENT = 1_000;

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('signed heads', 0))::int";
    private static final String LAST = "select number, through from signed_heads order by number desc limit 1";

    private static final String SETTLED =
            "select now() - interval '%d seconds'".formatted(SignedHeads.SETTLING.toSeconds());

    private static final String KEEP =
            "insert into signed_heads (number, through, signed_at, heads) values (?, ?, ?, ?)";

    private final Sql sql;
    private final List<SignedBook> books;
    private final Map<String, Object> kafka;
    private final String service;
    private final Clock clock;
    private final String topic;
    private final Optional<PrivateKey> key;

    HeadSigner(
            Sql sql,
            @All List<SignedBook> books,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            AuditConfig config,
            Clock clock) {
        this.sql = sql;
        this.books = books;
        this.kafka = kafka;
        this.service = service;
        this.clock = clock;
        this.topic = config.topic();
        this.key = config.signingKey().map(HeadSigner::read).map(SigningKeys::privateKey);
    }

    private static String read(String given) {
        try {
            return GivenSecret.read(given);
        } catch (IOException e) {
            throw new UncheckedIOException("sigap.audit.signing-key", e);
        }
    }

    private record Last(long number, Instant through) {}

    @Scheduled(every = "{sigap.audit.sign-every}", delayed = "{sigap.audit.sign-after}")
    void signWhatHasSettled() {
        key.ifPresent(secret -> QuarkusTransaction.requiringNew().run(() -> sign(secret, sql.moment(SETTLED))));
    }

    /** In the caller's transaction: what Kafka doesn't take is signed again the next time. */
    public void sign(PrivateKey secret, Instant through) {
        if (sql.number(LOCK) == 0) {
            return; // another replica is at it
        }
        Last last =
                sql.rows(row -> new Last(row.getLong(1), moment(row.getObject(2, OffsetDateTime.class))), LAST).stream()
                        .findFirst()
                        .orElse(new Last(0, Instant.EPOCH));
        List<Head> heads = books.stream()
                .flatMap(book -> book.heads(last.through(), through).stream())
                .toList();
        if (heads.isEmpty()) {
            return;
        }
        long number = last.number();
        try (var producer = producer()) {
            for (int from = 0; from < heads.size(); from += HEADS_OF_A_STATEMENT) {
                List<Head> part = heads.subList(from, Math.min(heads.size(), from + HEADS_OF_A_STATEMENT));
                number++;
                boolean complete = from + HEADS_OF_A_STATEMENT >= heads.size();
                say(producer, part, number, secret);
                sql.changed(
                        KEEP,
                        number,
                        (complete ? through : last.through()).atOffset(ZoneOffset.UTC),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        part.size());
            }
        }
    }

    private void say(KafkaProducer<String, byte[]> producer, List<Head> heads, long number, PrivateKey secret) {
        SignedHeads signed =
                SignedHeads.sign(service, number, clock.instant().truncatedTo(ChronoUnit.MILLIS), heads, secret);
        var record = new ProducerRecord<>(topic, service, signed.json());
        Map.of(
                        CloudEventHeader.SPEC_VERSION,
                        "1.0",
                        CloudEventHeader.ID,
                        Ids.next().toString(),
                        CloudEventHeader.SOURCE,
                        "/sigap/" + service,
                        CloudEventHeader.TYPE,
                        SignedHeads.TYPE,
                        CloudEventHeader.SUBJECT,
                        service,
                        CloudEventHeader.TIME,
                        signed.signedAt().toString(),
                        CloudEventHeader.CONTENT_TYPE,
                        "application/json")
                .forEach((header, value) -> record.headers().add(header.key(), value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka didn't take the signed heads", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while heads were signed", e);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-heads");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static Instant moment(OffsetDateTime at) {
        return at.toInstant();
    }
}
