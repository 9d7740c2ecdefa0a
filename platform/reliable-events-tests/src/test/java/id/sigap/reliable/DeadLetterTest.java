package id.sigap.reliable;

import static id.sigap.reliable.Rows.deadLetterOf;
import static id.sigap.reliable.Rows.deadLettersOf;
import static id.sigap.reliable.Rows.drop;
import static id.sigap.reliable.Rows.fate;
import static id.sigap.reliable.Rows.onTheShelf;
import static id.sigap.reliable.Rows.replay;
import static id.sigap.reliable.Rows.told;
import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.anEventOf;
import static id.sigap.reliable.Samples.bytes;
import static id.sigap.reliable.Samples.carrying;
import static id.sigap.testing.Topics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.TicketId;
import id.sigap.repair.DeadLetter;
import id.sigap.repair.DeadLetterShelf.Fate;
import id.sigap.repair.Drop.Outcome;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a dead letter of one of Sigap's own topics. Nothing but the test's records comes: the shelf is looked at all the same. */
@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class DeadLetterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Ledger ledger;

    private String ticket;

    @BeforeEach
    void aTicketOfItsOwn() {
        ticket = aTicket().toString();
    }

    @Test
    void replayed_itIsHandled_thenWhatWaitsBehindIt() {
        // Given
        DeadLetter letter = aRefusedFirstEvent_withTwoBehindIt();
        assertThat(letter.behind()).isEqualTo(2);
        ledger.accept(ticket);
        // When
        replay(letter.id());
        // Then
        heard(1L, 2L, 3L);
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "WAITING") == 0);
        assertThat(fate(letter.id())).isEqualTo(new Fate.Handled());
    }

    @Test
    void replayed_andFailingAgain_itIsDeadAgain_withItsNewReason_andToldAgain() {
        // Given
        DeadLetter letter = aRefusedFirstEvent_withTwoBehindIt();
        assertThat(letter.tries()).isOne();
        assertThat(letter.reason()).contains("refused by the test");
        assertThat(told(letter.id())).isOne();
        ledger.refuse(ticket, "refused for another reason");
        // When
        replay(letter.id());
        // Then
        await().atMost(PATIENCE).until(() -> deadLetterOf(ticket).tries() == 2);
        DeadLetter again = deadLetterOf(ticket);
        assertThat(again.id()).isEqualTo(letter.id());
        assertThat(again.state()).isEqualTo(DeadLetter.State.DEAD);
        assertThat(again.reason()).contains("refused for another reason");
        assertThat(told(letter.id())).isEqualTo(2);
        assertThat(ledger.versionsOf(ticket)).isEmpty();
    }

    @Test
    void anotherCopyOfTheRecord_isTheSameDeadLetter_andToldOnce() {
        // Given
        ledger.refuse(ticket);
        ProducerRecord<String, byte[]> refused = first();
        publish(refused);
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        // When: the relay may send an event twice; a later record of the topic shows that the copy was read
        publish(refused);
        publish(version(3));
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "WAITING") == 1);
        // Then
        assertThat(deadLettersOf(ticket)).singleElement().satisfies(letter -> {
            assertThat(letter.tries()).isOne();
            assertThat(told(letter.id())).isOne();
        });
    }

    @Test
    void aCopyThatComesAfterTheReplay_changesNothing() {
        // Given
        ledger.refuse(ticket);
        ProducerRecord<String, byte[]> refused = first();
        publish(refused);
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        DeadLetter letter = deadLetterOf(ticket);
        ledger.accept(ticket);
        replay(letter.id());
        heard(1L);
        // When
        publish(refused);
        publish(version(2));
        // Then
        heard(1L, 2L);
        assertThat(deadLettersOf(ticket)).isEmpty();
    }

    @Test
    void theSameEventComingWhole_settlesTheDeadLetterOfItsBrokenCopy() {
        // Given
        ProducerRecord<String, byte[]> whole = first();
        publish(carrying(whole, bytes("{broken")));
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        DeadLetter letter = deadLetterOf(ticket);
        // When: the sender's journal is replayed, say
        publish(whole);
        // Then
        heard(1L);
        await().atMost(PATIENCE).until(() -> fate(letter.id()).equals(new Fate.Handled()));
    }

    @Test
    void anUnreadablePayload_keepsItsPlace_andDroppedLetsTheOthersGoOn() {
        // Given
        publish(first());
        publish(carrying(version(2), bytes("{broken")));
        publish(version(3));
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "WAITING") == 1);
        DeadLetter letter = deadLetterOf(ticket);
        assertThat(letter.version()).hasValue(2);
        // When
        Outcome outcome = drop(letter.id());
        // Then
        assertThat(outcome).isEqualTo(new Outcome.Dropped(letter, true));
        heard(1L, 3L);
        assertThat(fate(letter.id())).isEqualTo(new Fate.Dropped());
    }

    @Test
    void aDroppedRecord_staysDropped_whenItComesAgain() {
        // Given
        ProducerRecord<String, byte[]> broken = carrying(first(), bytes("{broken"));
        publish(broken);
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        DeadLetter letter = deadLetterOf(ticket);
        drop(letter.id());
        // When
        publish(broken);
        publish(version(2));
        // Then
        heard(2L);
        assertThat(deadLettersOf(ticket)).isEmpty();
        assertThat(told(letter.id())).isOne();
    }

    @Test
    void onlyTheNextVersion_canBeDropped() {
        // Given: version 1 has not come at all
        publish(carrying(version(2), bytes("{broken")));
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        DeadLetter letter = deadLetterOf(ticket);
        // When
        Outcome outcome = drop(letter.id());
        // Then
        assertThat(outcome).isEqualTo(new Outcome.NotNext(letter, 1));
        assertThat(onTheShelf(ticket, "DEAD")).isOne();
        // When it has
        publish(first());
        heard(1L);
        // Then
        assertThat(drop(letter.id())).isEqualTo(new Outcome.Dropped(letter, true));
    }

    @Test
    void aReplayedRecord_waitsForAnEarlierVersionOfItsOwn() {
        // Given
        publish(carrying(version(2), bytes("{broken")));
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        DeadLetter letter = deadLetterOf(ticket);
        // When
        replay(letter.id());
        // Then
        assertThat(fate(letter.id())).isEqualTo(new Fate.Waiting(OptionalLong.of(1)));
        // When
        publish(first());
        // Then
        await().atMost(PATIENCE).until(() -> deadLetterOf(ticket).tries() == 2);
        heard(1L);
    }

    @Test
    void aRecordWhoseHeadersDontTell_belongsNowhere_andCanBeDropped() {
        // Given
        ProducerRecord<String, byte[]> nameless = first();
        nameless.headers().remove(CloudEventHeader.ID.key());
        publish(nameless);
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "DEAD") == 1);
        DeadLetter letter = deadLetterOf(ticket);
        assertThat(letter.version()).isEmpty();
        // When, Then
        assertThat(drop(letter.id())).isEqualTo(new Outcome.Dropped(letter, false));
    }

    private DeadLetter aRefusedFirstEvent_withTwoBehindIt() {
        ledger.refuse(ticket);
        publish(first());
        publish(version(2));
        publish(version(3));
        await().atMost(PATIENCE).until(() -> onTheShelf(ticket, "WAITING") == 2);
        return deadLetterOf(ticket);
    }

    private ProducerRecord<String, byte[]> first() {
        return version(1);
    }

    private ProducerRecord<String, byte[]> version(long version) {
        return anEventOf(TicketId.of(ticket), version);
    }

    private void heard(Long... versions) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger.versionsOf(ticket)).containsExactly(versions));
    }
}
