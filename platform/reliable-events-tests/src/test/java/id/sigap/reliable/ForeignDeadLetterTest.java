package id.sigap.reliable;

import static id.sigap.reliable.Rows.deadLetterOf;
import static id.sigap.reliable.Rows.deadLettersOf;
import static id.sigap.reliable.Rows.drop;
import static id.sigap.reliable.Rows.fate;
import static id.sigap.reliable.Rows.onTheShelf;
import static id.sigap.reliable.Rows.replay;
import static id.sigap.reliable.Rows.told;
import static id.sigap.reliable.Samples.bytes;
import static id.sigap.testing.Topics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.repair.DeadLetter;
import id.sigap.repair.DeadLetterShelf.Fate;
import id.sigap.repair.Drop.Outcome;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a dead letter that a stranger wrote: no id, no version, only its place and its bytes. */
@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class ForeignDeadLetterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOPIC = "operator.telkomsel.confirmations";

    @Inject
    Ledger ledger;

    @Inject
    ForeignInbox inbox;

    private String key;

    @BeforeEach
    void aKeyOfItsOwn() {
        key = "foreign-" + Ids.next();
    }

    @Test
    void replayed_itIsHandledOnce_byTheSameListener() {
        // Given
        DeadLetter letter = aRefusedRecord();
        ledger.accept(key);
        // When
        replay(letter.id());
        // Then
        await().atMost(PATIENCE).until(() -> fate(letter.id()).equals(new Fate.Handled()));
        assertThat(ledger.versionsOf(key)).containsExactly(letter.offset());
    }

    @Test
    void replayed_andRefusedAgain_itIsDeadAgain() {
        // Given
        DeadLetter letter = aRefusedRecord();
        ledger.refuse(key, "refused for another reason");
        // When
        replay(letter.id());
        // Then
        await().atMost(PATIENCE).until(() -> fate(letter.id()).equals(new Fate.Dead("refused for another reason", 2)));
        assertThat(told(letter.id())).isEqualTo(2);
        assertThat(ledger.versionsOf(key)).isEmpty();
    }

    @Test
    void redelivered_beforeTheReplay_itStaysOnTheShelf() {
        // Given
        DeadLetter letter = aRefusedRecord();
        ledger.accept(key);
        // When
        redeliver(letter);
        // Then
        assertThat(ledger.versionsOf(key)).isEmpty();
        assertThat(onTheShelf(key, "DEAD")).isOne();
    }

    @Test
    void redelivered_afterTheReplay_itIsNotHandledTwice() {
        // Given
        DeadLetter letter = aRefusedRecord();
        ledger.accept(key);
        replay(letter.id());
        await().atMost(PATIENCE).until(() -> fate(letter.id()).equals(new Fate.Handled()));
        // When
        redeliver(letter);
        // Then
        assertThat(ledger.versionsOf(key)).hasSize(1);
    }

    @Test
    void redelivered_afterItWasDropped_itIsNotHandled_andNotDeadAgain() {
        // Given
        DeadLetter letter = aRefusedRecord();
        assertThat(drop(letter.id())).isEqualTo(new Outcome.Dropped(letter, false));
        ledger.accept(key);
        // When
        redeliver(letter);
        // Then
        assertThat(ledger.versionsOf(key)).isEmpty();
        assertThat(deadLettersOf(key)).isEmpty();
        assertThat(told(letter.id())).isOne();
    }

    @Test
    void anotherRecordInItsPlace_isAnother() {
        // Given: a broker that lost its tail hands the offset out again
        DeadLetter letter = aRefusedRecord();
        ledger.accept(key);
        // When
        inbox.receive(List.of(raw(letter.partition(), letter.offset(), bytes("{\"other\":1}"))), this::write);
        // Then
        assertThat(ledger.versionsOf(key)).hasSize(1);
    }

    @Test
    void manyReplicas_lookingAtOnce_handleItOnce() throws Exception {
        // Given
        DeadLetter letter = aRefusedRecord();
        AtomicInteger handled = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(4);
        // When
        try (var replicas = Executors.newFixedThreadPool(4)) {
            List<Future<?>> looks = new ArrayList<>();
            ledger.accept(key);
            for (int i = 0; i < 4; i++) {
                looks.add(replicas.submit(() -> {
                    together.countDown();
                    together.await();
                    for (int look = 0; look < 20; look++) {
                        inbox.look(TOPIC::equals, record -> {
                            handled.incrementAndGet();
                            return write(record);
                        });
                    }
                    return null;
                }));
            }
            replay(letter.id());
            for (Future<?> look : looks) {
                look.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
        // Then: one of these, or the listener itself
        await().atMost(PATIENCE).until(() -> fate(letter.id()).equals(new Fate.Handled()));
        assertThat(handled.get()).isLessThanOrEqualTo(1);
        assertThat(ledger.versionsOf(key)).hasSize(1);
    }

    @Test
    void aReplicaThatDiesInTheMiddle_leavesItForTheNext() {
        // Given
        DeadLetter letter = aRefusedRecord();
        ledger.accept(key);
        AtomicInteger tries = new AtomicInteger();
        // When: its connection is cut after the change, before the end of the transaction
        replay(letter.id());
        inbox.look(TOPIC::equals, record -> {
            write(record);
            if (tries.incrementAndGet() == 1) {
                ledger.loseConnection();
            }
            return Optional.empty();
        });
        // Then
        await().atMost(PATIENCE).until(() -> fate(letter.id()).equals(new Fate.Handled()));
        assertThat(ledger.versionsOf(key)).hasSize(1);
    }

    @Test
    void refusedInWords_itIsDead_andWhatItLeftBehindIsKept_alongWithItsNeighbours() {
        // Given
        List<RawRecord> batch = List.of(raw(0, 7_000_001, bytes("{\"a\":1}")), raw(0, 7_000_002, bytes("{\"b\":2}")));
        // When
        inbox.receive(
                batch, record -> write(record).or(() -> Optional.of("no").filter(_ -> record.offset() == 7_000_001)));
        // Then
        assertThat(ledger.versionsOf(key)).containsExactly(7_000_001L, 7_000_002L);
        assertThat(deadLetterOf(key).offset()).isEqualTo(7_000_001);
    }

    @Test
    void replayed_andRefusedInWords_itIsDeadAgain_andWhatItLeftBehindIsKept() {
        // Given
        DeadLetter letter = aRefusedRecord();
        ledger.answer(key, "refused in words");
        // When
        replay(letter.id());
        // Then
        await().atMost(PATIENCE).until(() -> fate(letter.id()).equals(new Fate.Dead("refused in words", 2)));
        assertThat(ledger.versionsOf(key)).containsExactly(letter.offset());
    }

    private DeadLetter aRefusedRecord() {
        ledger.refuse(key);
        publish(new ProducerRecord<>(TOPIC, key, bytes("{}")));
        await().atMost(PATIENCE).until(() -> onTheShelf(key, "DEAD") == 1);
        return deadLetterOf(key);
    }

    /** As Kafka does after a crash, or when the group's offset was set back. */
    private void redeliver(DeadLetter letter) {
        inbox.receive(List.of(raw(letter.partition(), letter.offset(), bytes("{}"))), this::write);
    }

    private RawRecord raw(int partition, long offset, byte[] value) {
        return new RawRecord(
                TOPIC,
                partition,
                offset,
                Optional.empty(),
                key,
                value,
                new RecordHeaders(),
                Optional.of(Instant.now()));
    }

    private Optional<String> write(ForeignRecord record) {
        ledger.write(record.key().orElseThrow(), record.offset(), "foreign");
        return Optional.empty();
    }
}
