package id.sigap.notifier.request;

import static id.sigap.notifier.Samples.TELKOMSEL;
import static id.sigap.notifier.request.Answering.take;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.confirmation.BlockConfirmed;
import id.sigap.events.confirmation.BlockDeclined;
import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.ReferenceGiven;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.confirmation.RequestAcknowledged;
import id.sigap.notifier.Samples;
import id.sigap.notifier.request.RefusedReply.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One answer given two ways, and read in either order. */
@Tag("quick")
class EarliestReceiptTest {

    private static final Reply SEEN = new Reply.Seen();
    private static final Reply BARE = new Reply.Done(Optional.empty(), Optional.empty());
    private static final Reply WITH_REFERENCE = new Reply.Done(Optional.empty(), Optional.of("TSEL-1"));
    private static final Reply NOT_ACTIVE =
            new Reply.NotDone(DeclineReason.NOT_ACTIVE, Optional.empty(), Optional.of("Lapsed."));

    private final OperatorRequest request = new OperatorRequest(Samples.aBlock(TELKOMSEL), null);
    private final Receipt byTopic = receipt(ReplyChannel.KAFKA, 10);
    private final Receipt byRest = receipt(ReplyChannel.REST, 20);

    @Test
    void confirmation_countsFromTheEarlierReceipt_thoughTheLaterWasReadFirst() {
        // Given
        take(request, BARE, byRest);
        // When
        var taken = take(request, BARE, byTopic);
        // Then
        assertThat(taken.events()).containsExactly(confirmed(byTopic.at(), Optional.empty(), byTopic));
        assertThat(request.answeredAt()).contains(byTopic.at());
        assertThat(request.answeredVia()).contains(ReplyChannel.KAFKA);
        assertThat(request.doneAt()).contains(byTopic.at());
    }

    @Test
    void confirmation_thatIsReceivedLater_isNothingNew() {
        // Given
        take(request, BARE, byTopic);
        // When
        var taken = take(request, BARE, byRest);
        // Then
        assertThat(taken).isEqualTo(new Taken.NothingNew());
        assertThat(request.answeredAt()).contains(byTopic.at());
    }

    @Test
    void theTimeAnOperatorStates_staysWhenTheReceiptMoves() {
        // Given
        var acted = request.requestedAt().plusSeconds(5);
        take(request, new Reply.Done(Optional.of(acted), Optional.empty()), byRest);
        // When
        var taken = take(request, BARE, byTopic);
        // Then
        assertThat(taken.events()).containsExactly(confirmed(acted, Optional.empty(), byTopic));
    }

    @Test
    void theTimeAnOperatorStates_isLearntFromTheAnswerReceivedFirst() {
        // Given
        var acted = request.requestedAt().plusSeconds(5);
        take(request, BARE, byRest);
        // When
        var taken = take(request, new Reply.Done(Optional.of(acted), Optional.empty()), byTopic);
        // Then
        assertThat(taken.events()).containsExactly(confirmed(acted, Optional.empty(), byTopic));
    }

    @Test
    void anAnswerReceivedBeforeItWasDone_isAnother() {
        // Given
        take(request, new Reply.Done(Optional.of(byRest.at().plusSeconds(59)), Optional.empty()), byRest);
        // When
        var taken = take(request, BARE, receipt(ReplyChannel.KAFKA, 1));
        // Then
        assertThat(taken).isInstanceOfSatisfying(Taken.Refused.class, refused -> assertThat(
                        refused.why().fault())
                .isEqualTo(Fault.ANSWERED_OTHERWISE));
        assertThat(request.answeredAt()).contains(byRest.at());
    }

    @Test
    void decline_countsFromTheEarlierReceipt_inTheSameWords() {
        // Given
        take(request, NOT_ACTIVE, byRest);
        // When
        var taken = take(request, NOT_ACTIVE, byTopic);
        // Then
        assertThat(taken.events())
                .containsExactly(new BlockDeclined(
                        request.id(),
                        request.ticket(),
                        TELKOMSEL,
                        DeclineReason.NOT_ACTIVE,
                        Optional.empty(),
                        Optional.of("Lapsed."),
                        ReplyChannel.KAFKA,
                        byTopic.at()));
        assertThat(take(request, NOT_ACTIVE, byRest)).isEqualTo(new Taken.NothingNew());
    }

    @Test
    void acknowledgement_countsFromTheEarlierReceipt_alsoAfterTheAnswer() {
        // Given
        take(request, SEEN, byRest);
        take(request, BARE, receipt(ReplyChannel.REST, 30));
        // When
        var taken = take(request, SEEN, byTopic);
        // Then
        assertThat(taken.events())
                .containsExactly(new RequestAcknowledged(
                        request.id(), request.ticket(), TELKOMSEL, ReplyChannel.KAFKA, byTopic.at()));
        assertThat(request.acknowledgedAt()).contains(byTopic.at());
        assertThat(request.state()).isEqualTo(State.CONFIRMED);
        assertThat(take(request, SEEN, byRest)).isEqualTo(new Taken.NothingNew());
    }

    @Test
    void bareConfirmation_isGivenItsReference_once() {
        // Given
        take(request, BARE, byTopic);
        // When
        var given = take(request, WITH_REFERENCE, byRest);
        // Then
        assertThat(given.events())
                .containsExactly(new ReferenceGiven(
                        request.id(), request.ticket(), TELKOMSEL, "TSEL-1", ReplyChannel.REST, byRest.at()));
        assertThat(request.networkReference()).contains("TSEL-1");
        assertThat(request.answeredAt()).contains(byTopic.at());
        assertThat(take(request, WITH_REFERENCE, byRest)).isEqualTo(new Taken.NothingNew());
        assertThat(take(request, BARE, byRest)).isEqualTo(new Taken.NothingNew());
        assertThat(take(request, new Reply.Done(Optional.empty(), Optional.of("TSEL-2")), byRest))
                .isInstanceOf(Taken.Refused.class);
    }

    @Test
    void oneAnswer_mayMoveBack_andBeGivenItsReference() {
        // Given
        take(request, BARE, byRest);
        // When
        var taken = take(request, WITH_REFERENCE, byTopic);
        // Then
        assertThat(taken.events())
                .containsExactly(
                        confirmed(byTopic.at(), Optional.empty(), byTopic),
                        new ReferenceGiven(
                                request.id(), request.ticket(), TELKOMSEL, "TSEL-1", ReplyChannel.KAFKA, byTopic.at()));
    }

    @Test
    void eitherOrder_endsInTheSame() {
        // Given
        var other = new OperatorRequest(Samples.aBlock(TELKOMSEL), null);
        var early = receipt(other, ReplyChannel.KAFKA, 10);
        var late = receipt(other, ReplyChannel.REST, 20);
        // When
        List.of(byTopic, byRest).forEach(receipt -> take(request, WITH_REFERENCE, receipt));
        List.of(late, early).forEach(receipt -> take(other, WITH_REFERENCE, receipt));
        // Then
        assertThat(List.of(
                        since(request, request.answeredAt()),
                        since(request, request.doneAt()),
                        request.answeredVia(),
                        request.networkReference()))
                .isEqualTo(List.of(
                        since(other, other.answeredAt()),
                        since(other, other.doneAt()),
                        other.answeredVia(),
                        other.networkReference()));
    }

    private ConfirmationEvent confirmed(Instant doneAt, Optional<String> reference, Receipt receipt) {
        return new BlockConfirmed(
                request.id(), request.ticket(), TELKOMSEL, doneAt, reference, receipt.via(), receipt.at());
    }

    private static Optional<Duration> since(OperatorRequest request, Optional<Instant> moment) {
        return moment.map(at -> Duration.between(request.requestedAt(), at));
    }

    private Receipt receipt(ReplyChannel via, int seconds) {
        return receipt(request, via, seconds);
    }

    private static Receipt receipt(OperatorRequest request, ReplyChannel via, int seconds) {
        return new Receipt(via, request.requestedAt().plusSeconds(seconds), Duration.ofMinutes(1));
    }
}
