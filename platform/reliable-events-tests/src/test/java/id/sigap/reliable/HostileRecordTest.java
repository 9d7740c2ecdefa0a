package id.sigap.reliable;

import static id.sigap.reliable.Rows.count;
import static id.sigap.reliable.Rows.deadLettersOf;
import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.anEventOf;
import static id.sigap.reliable.Samples.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.CloudEventHeader;
import id.sigap.repair.DeadLetter;
import id.sigap.repair.DeadLetterShelf.Fate;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stranger writes, what comes behind it is heard, and what is told of it fits into a record. */
@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class HostileRecordTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOPIC = "operator.telkomsel.confirmations";
    private static final int LARGEST_RECORD = 1_000_000;

    /** Whose writing none of our serializers is asked about. */
    private static final KafkaProducer<byte[], byte[]> STRANGER = new KafkaProducer<>(
            Map.of("bootstrap.servers", SharedInfrastructure.bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    @Inject
    Ledger ledger;

    @AfterAll
    static void strangerLeaves() {
        STRANGER.close();
    }

    static Stream<Arguments> whatAStrangerMayWrite() {
        byte[] invalid = {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xFF, 'b'
        }; // half of a character, and none
        return Stream.of(
                Arguments.of("a key of 4 kB", bytes(random(4_096)), List.of()),
                Arguments.of("a key of 900 kB", bytes(random(900_000)), List.of()),
                Arguments.of("a key with NUL", bytes("a\0b"), List.of()),
                Arguments.of("a key that is no text", invalid, List.of()),
                Arguments.of("an empty key", new byte[0], List.of()),
                Arguments.of("no key", null, List.of()),
                Arguments.of("a header of 900 kB", bytes("key"), List.of(header("h", bytes(random(900_000))))),
                Arguments.of("a header's name of 30 kB", bytes("key"), List.of(header(random(30_000), bytes("v")))),
                Arguments.of(
                        "a header's name of 60 kB, unpacked",
                        bytes("key"),
                        List.of(header("\0".repeat(30_000), bytes("v")))),
                Arguments.of("a header with NUL", bytes("key"), List.of(header("a\0b", bytes("c\0d")))),
                Arguments.of("a header that is no text", bytes("key"), List.of(header("h", invalid))),
                Arguments.of("a header without a value", bytes("key"), List.of(header("h", null))),
                Arguments.of(
                        "fifty headers of emoji",
                        bytes("😀".repeat(2_000)),
                        IntStream.range(0, 50)
                                .mapToObj(i -> header("😀".repeat(2_000) + i, bytes("😀".repeat(2_000))))
                                .toList()));
    }

    @ParameterizedTest(name = "{0}, refused")
    @MethodSource("whatAStrangerMayWrite")
    void whatIsRefused_isSetAside_andStopsNobody(String what, byte[] key, List<Header> headers) throws Exception {
        // Given
        String next = "next-" + Ids.next();
        // When: a reply without a body is refused
        RecordMetadata written = write(key, null, headers);
        write(bytes(next), bytes("{}"), List.of());
        // Then
        await().atMost(PATIENCE).until(() -> ledger.versionsOf(next).size() == 1);
        assertThat(count("select count(*) from set_aside where topic = '%s' and record_offset = %d and state = 'DEAD'"
                        .formatted(TOPIC, written.offset())))
                .isOne();
        assertThat(count("select max(octet_length(payload)) from journal")).isLessThan(LARGEST_RECORD);
    }

    @ParameterizedTest(name = "{0}, accepted")
    @MethodSource("whatAStrangerMayWrite")
    void whatIsAccepted_stopsNobody(String what, byte[] key, List<Header> headers) throws Exception {
        // Given
        String next = "next-" + Ids.next();
        // When
        write(key, bytes("{}"), headers);
        write(bytes(next), bytes("{}"), List.of());
        // Then
        await().atMost(PATIENCE).until(() -> ledger.versionsOf(next).size() == 1);
    }

    @Test
    void aValueThatIsJustToldOf_amongFullHeaders_fitsIntoARecord() throws Exception {
        // Given: JSON takes six bytes for each of these
        String next = "next-" + Ids.next();
        List<Header> headers = IntStream.range(0, 40)
                .mapToObj(i -> header("\u0001".repeat(1_024) + i, bytes("\u0001".repeat(1_024))))
                .toList();
        ledger.refuse("\u0001".repeat(1_024), "\u0001".repeat(1_024));
        // When
        write(bytes("\u0001".repeat(1_024)), new byte[256 * 1024], headers);
        write(bytes(next), bytes("{}"), List.of());
        // Then
        await().atMost(PATIENCE).until(() -> ledger.versionsOf(next).size() == 1);
        assertThat(count("select max(octet_length(payload)) from journal")).isLessThan(LARGEST_RECORD);
    }

    @Test
    void aDeadLetter_withALongKeyAndALongHeader_isReplayedWhole() throws Exception {
        // Given
        String key = random(4_100);
        ledger.refuse(key);
        RecordMetadata written = write(bytes(key), bytes("{}"), List.of(header(random(32_000), bytes("v"))));
        String subject = ShelvedKey.of(key).subject();
        await().atMost(PATIENCE).until(() -> deadLettersOf(subject).size() == 1);
        DeadLetter letter = Rows.deadLetterOf(subject);
        ledger.accept(key);
        // When
        Rows.replay(letter.id());
        // Then
        await().atMost(PATIENCE).until(() -> Rows.fate(letter.id()).equals(new Fate.Handled()));
        assertThat(ledger.versionsOf(key)).containsExactly(written.offset());
    }

    @Test
    void anEvent_ofAnAggregateWithALongName_isSetAside_andStopsNobody() throws Exception {
        // Given
        var next = aTicket();
        ProducerRecord<String, byte[]> event = anEventOf(aTicket(), 1);
        String subject = random(4_200);
        event.headers().remove(CloudEventHeader.SUBJECT.key());
        event.headers().add(CloudEventHeader.SUBJECT.key(), bytes(subject));
        // When
        STRANGER.send(new ProducerRecord<>(event.topic(), 0, bytes(subject), event.value(), event.headers()))
                .get();
        ProducerRecord<String, byte[]> behind = anEventOf(next, 1);
        STRANGER.send(new ProducerRecord<>(behind.topic(), 0, bytes(behind.key()), behind.value(), behind.headers()))
                .get();
        // Then
        await().atMost(PATIENCE).until(() -> ledger.versionsOf(next.toString()).equals(List.of(1L)));
        assertThat(deadLettersOf(ShelvedKey.of(subject).subject()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).contains("longer than 1000 bytes"));
    }

    private static RecordMetadata write(byte[] key, byte[] value, List<Header> headers) throws Exception {
        return STRANGER.send(new ProducerRecord<>(TOPIC, 0, key, value, headers))
                .get();
    }

    private static Header header(String name, byte[] value) {
        return new RecordHeader(name, value);
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes).substring(0, length);
    }
}
