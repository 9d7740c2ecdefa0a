package id.sigap.notifier.delivery;

import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.notifier.Samples;
import id.sigap.notifier.request.OperatorRequest;
import id.sigap.reliable.Ids;
import id.sigap.service.IllegalMove;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final int LATEST = 3;

    private enum Move {
        SUCCEED,
        POSTPONE,
        POSTPONE_AN_OLD_ATTEMPT,
        FAIL,
        FAIL_AN_OLD_ATTEMPT,
        RETRY,
        CANCEL
    }

    /** @param state null if the move is refused */
    private record Expected(DeliveryState state, Class<? extends ConfirmationEvent> says) {}

    static List<Arguments> everyStateAndMove() {
        List<Arguments> table = new ArrayList<>();
        for (DeliveryState from : DeliveryState.values()) {
            boolean open = from == DeliveryState.PENDING || from == DeliveryState.RETRYING;
            var unchanged = new Expected(from, null);
            table.add(Arguments.of(
                    from,
                    Move.SUCCEED,
                    from == DeliveryState.DELIVERED
                            ? unchanged
                            : new Expected(DeliveryState.DELIVERED, RequestDelivered.class)));
            table.add(Arguments.of(from, Move.POSTPONE, open ? new Expected(DeliveryState.RETRYING, null) : unchanged));
            table.add(Arguments.of(from, Move.POSTPONE_AN_OLD_ATTEMPT, unchanged));
            table.add(Arguments.of(
                    from, Move.FAIL, open ? new Expected(DeliveryState.FAILED, DeliveryFailed.class) : unchanged));
            table.add(Arguments.of(from, Move.FAIL_AN_OLD_ATTEMPT, unchanged));
            table.add(Arguments.of(
                    from,
                    Move.RETRY,
                    from == DeliveryState.FAILED
                            ? new Expected(DeliveryState.RETRYING, null)
                            : new Expected(null, null)));
            table.add(Arguments.of(from, Move.CANCEL, open ? new Expected(DeliveryState.CANCELLED, null) : unchanged));
        }
        return table;
    }

    @ParameterizedTest(name = "{0} × {1}")
    @MethodSource("everyStateAndMove")
    void moves_areLegalOnlyWhereTheProcedureAllowsThem(DeliveryState from, Move move, Expected expected) {
        // Given
        var delivery = aDelivery(from);
        var said = new ArrayList<ConfirmationEvent>();
        // When
        var refused = catchThrowable(() -> make(move, delivery).ifPresent(said::add));
        // Then
        if (expected.state() == null) {
            assertThat(refused).isInstanceOf(IllegalMove.class).hasMessageContaining(from.name());
            assertThat(delivery.state()).isEqualTo(from);
        } else {
            assertThat(refused).isNull();
            assertThat(delivery.state()).isEqualTo(expected.state());
        }
        assertThat(said.stream().map(Object::getClass).findFirst()).isEqualTo(Optional.ofNullable(expected.says()));
    }

    @Test
    void retry_countsAttemptsAndAgeAnew() {
        // Given
        var delivery = aDelivery(DeliveryState.FAILED);
        // When
        delivery.retry(NOW.plusSeconds(60));
        // Then
        assertThat(delivery.attempts).isZero();
        assertThat(delivery.queuedAt).isEqualTo(NOW.plusSeconds(60));
        assertThat(delivery.nextAttemptAt).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void failure_tellsWhatTheOtherSideSaid_inOneShortLine() {
        // Given
        var delivery = aDelivery(DeliveryState.RETRYING);
        // When
        var failed = delivery.fail(LATEST, "550 no such mailbox\r\n" + "x".repeat(1000), NOW);
        // Then
        assertThat(failed).get().isInstanceOfSatisfying(DeliveryFailed.class, said -> {
            assertThat(said.reason()).startsWith("550 no such mailbox x").hasSize(500);
            assertThat(said.attempts()).isEqualTo(LATEST);
        });
    }

    @Test
    void withdrawal_isTold_byTheChannelsThatMayHaveBroughtTheRequest() {
        // Given
        var untried = aDelivery(DeliveryState.PENDING);
        untried.attempts = 0;
        var triedAnew = aDelivery(DeliveryState.FAILED);
        triedAnew.retry(NOW);
        // Then
        assertThat(untried.withdrawal(Ids.next(), NOW)).isEmpty();
        assertThat(triedAnew.withdrawal(Ids.next(), NOW)).isPresent();
        assertThat(List.of(
                        DeliveryState.PENDING, DeliveryState.RETRYING, DeliveryState.DELIVERED, DeliveryState.FAILED))
                .allSatisfy(state -> assertThat(aDelivery(state).withdrawal(Ids.next(), NOW))
                        .get()
                        .extracting(Delivery::state, withdrawal -> withdrawal.channel, withdrawal -> withdrawal.matter)
                        .containsExactly(DeliveryState.PENDING, DeliveryChannel.EMAIL, Matter.WITHDRAWAL));
    }

    @Test
    void ofAWithdrawal_nothingIsSaid() {
        // Given
        var delivered =
                aDelivery(DeliveryState.DELIVERED).withdrawal(Ids.next(), NOW).orElseThrow();
        var failed =
                aDelivery(DeliveryState.DELIVERED).withdrawal(Ids.next(), NOW).orElseThrow();
        // Then
        assertThat(delivered.succeed(NOW)).isEmpty();
        assertThat(delivered.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(failed.fail(0, "550 no", NOW)).isEmpty();
        assertThat(failed.state()).isEqualTo(DeliveryState.FAILED);
    }

    private static Optional<ConfirmationEvent> make(Move move, Delivery delivery) {
        return switch (move) {
            case SUCCEED -> delivery.succeed(NOW);
            case FAIL -> delivery.fail(LATEST, "550 no", NOW);
            case FAIL_AN_OLD_ATTEMPT -> delivery.fail(LATEST - 1, "550 no", NOW);
            case POSTPONE -> nothing(() -> delivery.postpone(LATEST, "421 later", NOW, PAUSE));
            case POSTPONE_AN_OLD_ATTEMPT -> nothing(() -> delivery.postpone(LATEST - 1, "421 later", NOW, PAUSE));
            case RETRY -> nothing(() -> delivery.retry(NOW));
            case CANCEL -> nothing(delivery::cancel);
        };
    }

    private static Optional<ConfirmationEvent> nothing(Runnable move) {
        move.run();
        return Optional.empty();
    }

    private static Delivery aDelivery(DeliveryState state) {
        var request = new OperatorRequest(Samples.aBlock(TELKOMSEL), null);
        var delivery = new Delivery(Ids.next(), request, DeliveryChannel.EMAIL, NOW);
        delivery.attempts = LATEST;
        switch (state) {
            case PENDING -> {}
            case RETRYING -> delivery.postpone(LATEST, "421 later", NOW, PAUSE);
            case DELIVERED -> delivery.succeed(NOW);
            case FAILED -> delivery.fail(LATEST, "550 no", NOW);
            case CANCELLED -> delivery.cancel();
        }
        return delivery;
    }
}
