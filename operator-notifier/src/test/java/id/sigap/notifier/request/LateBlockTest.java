package id.sigap.notifier.request;

import static id.sigap.notifier.Samples.INDOSAT;
import static id.sigap.notifier.Samples.TELKOMSEL;
import static id.sigap.notifier.request.Answering.take;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.confirmation.LateBlockReported;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.notifier.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A number that is blocked after nobody wanted it any more is blocked: refused as an answer, kept as a fact. */
@Tag("quick")
class LateBlockTest {

    private static final Reply BARE = new Reply.Done(Optional.empty(), Optional.empty());

    private final OperatorRequest request = new OperatorRequest(Samples.aBlock(TELKOMSEL), null);

    @Test
    void confirmationOfWhatIsWithdrawn_isRefused_andSaidAsAFactOnce() {
        // Given
        request.withdraw(after(5));
        // When
        var taken = take(request, new Reply.Done(Optional.of(after(9)), Optional.of("TSEL-1")), received(10));
        // Then
        assertThat(taken.events())
                .containsExactly(new LateBlockReported(
                        request.id(),
                        request.ticket(),
                        TELKOMSEL,
                        after(9),
                        Optional.of("TSEL-1"),
                        ReplyChannel.REST,
                        after(10)));
        assertThat(request.state()).isEqualTo(State.WITHDRAWN);
        assertThat(request.answeredAt()).isEmpty();
        // And when it comes again, by whichever way
        var again = take(request, new Reply.Done(Optional.of(after(9)), Optional.of("TSEL-1")), received(20));
        // Then
        assertThat(again).isInstanceOf(Taken.Refused.class);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void bareConfirmation_isSaidOncePerReceipt() {
        // Given
        request.withdraw(after(5));
        // Then
        assertThat(take(request, BARE, received(10)).events()).hasSize(1);
        assertThat(take(request, BARE, received(10)).events()).isEmpty();
        assertThat(take(request, BARE, received(8)).events()).isEmpty();
        assertThat(take(request, BARE, received(11)).events()).hasSize(1);
    }

    @Test
    void blockedAgain_afterTheUnblockWasAsked_isAFact() {
        // Given
        take(request, new Reply.Done(Optional.of(after(10)), Optional.empty()), received(10));
        // When
        var again = takeAfterUnblock(new Reply.Done(Optional.of(after(40)), Optional.empty()), received(41));
        // Then
        assertThat(again).isInstanceOf(Taken.Refused.class);
        assertThat(again.events()).singleElement().isInstanceOfSatisfying(LateBlockReported.class, said -> assertThat(
                        said.blockedAt())
                .isEqualTo(after(40)));
        assertThat(request.doneAt()).contains(after(10));
        assertThat(takeAfterUnblock(new Reply.Done(Optional.of(after(40)), Optional.empty()), received(42))
                        .events())
                .isEmpty();
    }

    @Test
    void sameConfirmation_afterTheUnblockWasAsked_isARepetition() {
        // Given
        take(request, new Reply.Done(Optional.of(after(10)), Optional.of("TSEL-1")), received(10));
        // Then
        assertThat(takeAfterUnblock(new Reply.Done(Optional.of(after(10)), Optional.of("TSEL-1")), received(40)))
                .isEqualTo(new Taken.NothingNew());
        assertThat(takeAfterUnblock(BARE, received(41))).isEqualTo(new Taken.NothingNew());
    }

    @Test
    void blockedAfterItWasDeclined_isAFact_onceTheUnblockWasAsked() {
        // Given
        var declined = new Reply.NotDone(DeclineReason.NOT_OURS, Optional.of(INDOSAT), Optional.empty());
        take(request, declined, received(10));
        // Then
        assertThat(take(request, BARE, received(20)).events()).isEmpty();
        assertThat(takeAfterUnblock(BARE, received(40)).events()).hasSize(1);
    }

    @Test
    void whatWasReceivedBeforeTheUnblockWasAsked_isAContradiction_andNoFact() {
        // Given
        take(request, new Reply.Done(Optional.of(after(10)), Optional.empty()), received(10));
        // When
        var other = takeAfterUnblock(new Reply.Done(Optional.of(after(12)), Optional.empty()), received(20));
        // Then
        assertThat(other).isInstanceOf(Taken.Refused.class);
        assertThat(other.events()).isEmpty();
    }

    @Test
    void anUnblockFromBeforeTheBlock_makesNothingLate() {
        // Given
        take(request, new Reply.Done(Optional.of(after(10)), Optional.empty()), received(10));
        // When
        var other = request.take(
                new Reply.Done(Optional.of(after(40)), Optional.empty()),
                received(41),
                () -> Optional.of(request.requestedAt().minusSeconds(1)));
        // Then
        assertThat(other.events()).isEmpty();
    }

    private Taken takeAfterUnblock(Reply reply, Receipt receipt) {
        return request.take(reply, receipt, () -> Optional.of(after(30)));
    }

    private Instant after(int seconds) {
        return request.requestedAt().plusSeconds(seconds);
    }

    private Receipt received(int seconds) {
        return new Receipt(ReplyChannel.REST, after(seconds), Duration.ofMinutes(1));
    }
}
