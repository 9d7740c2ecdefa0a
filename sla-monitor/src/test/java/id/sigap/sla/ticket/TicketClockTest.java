package id.sigap.sla.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.sla.clock.Clocks.Exchange;
import id.sigap.sla.clock.Milestone.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class TicketClockTest {

    private static final Instant COMPLETE = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant OPENED = Instant.parse("2026-03-02T03:20:00Z");
    private static final OperatorCode FIRST = new OperatorCode("TELKOMSEL");
    private static final OperatorCode SECOND = new OperatorCode("INDOSAT");

    private final TicketClock clock = new TicketClock(new TicketId(UUID.randomUUID()));
    private final Map<UUID, Exchange> exchanges = new HashMap<>();

    @Test
    void afterAReroute_eachIsChargedItsOwn() {
        // Given
        take(Step.of(Step.Kind.OPENED, OPENED));
        RequestId first = asked(FIRST, OPENED);
        exchange(first, OPENED.plusSeconds(2), OPENED.plusSeconds(1200));
        take(Step.of(Step.Kind.DECLINED, first, FIRST, OPENED.plusSeconds(1203)));
        RequestId second = asked(SECOND, OPENED.plusSeconds(4800));
        exchange(second, OPENED.plusSeconds(4801), OPENED.plusSeconds(8401));
        take(Step.of(Step.Kind.BLOCKED, second, SECOND, OPENED.plusSeconds(8402)));
        // When
        var view = view(OPENED.plusSeconds(90_000));
        // Then
        assertThat(view.charged())
                .extracting(
                        TicketClockView.Share::party, share -> share.operator().orElse(""), share -> share.took()
                                .toSeconds())
                .containsExactlyInAnyOrder(
                        tuple(Party.REGULATOR, "", 1200L + 3597L),
                        tuple(Party.SYSTEM, "", 2L + 3L + 1L + 1L),
                        tuple(Party.OPERATOR, "TELKOMSEL", 1198L),
                        tuple(Party.OPERATOR, "INDOSAT", 3600L));
        assertThat(view.whole()).isEqualTo(Duration.between(COMPLETE, OPENED.plusSeconds(8402)));
        assertThat(view.awaited()).isEqualTo(Awaited.NOTHING);
    }

    @Test
    void declined_isTheRegulatorsTime_untilSomebodyIsAsked() {
        // Given
        take(Step.of(Step.Kind.OPENED, OPENED));
        RequestId first = asked(FIRST, OPENED);
        exchange(first, OPENED, OPENED.plusSeconds(60));
        take(Step.of(Step.Kind.DECLINED, first, FIRST, OPENED.plusSeconds(60)));
        // When
        var view = view(OPENED.plusSeconds(3660));
        // Then
        assertThat(view.stages().getLast())
                .isEqualTo(new TicketStage(
                        Awaited.REROUTE,
                        Party.REGULATOR,
                        Optional.empty(),
                        OPENED.plusSeconds(60),
                        Optional.empty(),
                        Duration.ofHours(1)));
    }

    @Test
    void openedWithoutAnOperator_isTheRegulatorsTime() {
        // Given
        take(Step.of(Step.Kind.OPENED, OPENED));
        // When
        var view = view(OPENED.plusSeconds(600));
        // Then
        assertThat(view.awaited()).isEqualTo(Awaited.OPERATOR_NAME);
        assertThat(view.charged())
                .containsExactly(new TicketClockView.Share(Party.REGULATOR, Optional.empty(), Duration.ofMinutes(10)));
    }

    @Test
    void declineThatTheSameOperatorTookBack_wasItsOwnTime() {
        // Given
        take(Step.of(Step.Kind.OPENED, OPENED));
        RequestId first = asked(FIRST, OPENED);
        exchange(first, OPENED, OPENED.plusSeconds(60));
        take(Step.of(Step.Kind.DECLINED, first, FIRST, OPENED.plusSeconds(60)));
        RequestId again = asked(FIRST, OPENED.plusSeconds(3660));
        exchange(again, OPENED.plusSeconds(3660), OPENED.plusSeconds(3720));
        // When
        var before = view(OPENED.plusSeconds(3720));
        take(Step.of(Step.Kind.BLOCKED, again, FIRST, OPENED.plusSeconds(3720)));
        var after = view(OPENED.plusSeconds(3720));
        // Then
        assertThat(took(before, Party.REGULATOR)).isEqualTo(Duration.ofSeconds(1200 + 3600));
        assertThat(took(after, Party.REGULATOR)).isEqualTo(Duration.ofSeconds(1200));
        assertThat(took(after, Party.OPERATOR)).isEqualTo(Duration.ofSeconds(3720));
    }

    @Test
    void standingBlock_isNobodysTime_untilItsReleaseIsProposed() {
        // Given
        take(Step.of(Step.Kind.OPENED, OPENED));
        RequestId block = asked(FIRST, OPENED);
        exchange(block, OPENED, OPENED.plusSeconds(60));
        take(Step.of(Step.Kind.BLOCKED, block, FIRST, OPENED.plusSeconds(60)));
        take(Step.of(Step.Kind.RELEASE_PROPOSED, OPENED.plusSeconds(86_400)));
        // When
        var view = view(OPENED.plusSeconds(86_460));
        // Then
        assertThat(view.awaited()).isEqualTo(Awaited.SECOND_APPROVAL);
        assertThat(view.whole()).isEqualTo(Duration.ofSeconds(1200 + 60 + 60));
    }

    @Test
    void lateBlock_whileTheUnblockingIsAwaited_endsNoWaiting() {
        // Given
        take(Step.of(Step.Kind.OPENED, OPENED));
        RequestId block = asked(FIRST, OPENED);
        exchange(block, OPENED, null);
        take(Step.of(Step.Kind.WITHDRAWN, block, FIRST, OPENED.plusSeconds(60)));
        RequestId unblock = unblock(FIRST, OPENED.plusSeconds(60));
        exchange(unblock, OPENED.plusSeconds(61), null);
        // When
        take(Step.of(Step.Kind.BLOCKED, block, FIRST, OPENED.plusSeconds(90)));
        var view = view(OPENED.plusSeconds(120));
        // Then
        assertThat(view.awaited()).isEqualTo(Awaited.ANSWER);
        assertThat(took(view, Party.OPERATOR)).isEqualTo(Duration.ofSeconds(60 + 59));
    }

    @Test
    void whateverATicketGoesThrough_everyMomentIsChargedOnce() {
        for (long seed = 0; seed < 2_000; seed++) {
            // Given
            var dice = new SplittableRandom(seed);
            var walk = new TicketClockTest().walked(dice);
            Instant now = walk.clock.since.plusMillis(dice.nextInt(100_000));
            // When
            var view = walk.view(now);
            // Then
            assertThat(view.whole()).as("whole, seed %d", seed).isEqualTo(walk.busy(now));
            assertThat(view.charged().stream().map(TicketClockView.Share::took).reduce(Duration.ZERO, Duration::plus))
                    .as("charged, seed %d", seed)
                    .isEqualTo(view.whole());
            Instant end = Instant.MIN;
            for (TicketStage stage : view.stages()) {
                assertThat(stage.since()).as("order, seed %d", seed).isAfterOrEqualTo(end);
                end = stage.until().orElse(now);
            }
        }
    }

    /** By ticket-service's table, up to twelve steps, any time between them; answers may be read before the ticket takes them. */
    private TicketClockTest walked(RandomGenerator dice) {
        Instant at = OPENED;
        take(Step.of(Step.Kind.OPENED, at));
        RequestId request = null;
        for (int i = 0; i < 12; i++) {
            at = at.plusMillis(dice.nextInt(10_000));
            Step.Kind last = clock.steps.getLast().kind;
            OperatorCode operator = dice.nextBoolean() ? FIRST : SECOND;
            switch (last) {
                case OPENED, DECLINED -> {
                    if (dice.nextInt(8) == 0) {
                        take(Step.of(Step.Kind.CLOSED, at));
                    } else {
                        request = asked(operator, at);
                    }
                }
                case ASKED -> {
                    Step asked = clock.steps.getLast();
                    Instant reached = asked.at.plusMillis(dice.nextInt(12_000));
                    boolean answered = dice.nextInt(4) > 0;
                    exchange(
                            request,
                            dice.nextInt(4) == 0 && !answered ? null : reached,
                            answered ? reached.plusMillis(dice.nextInt(5_000)) : null);
                    OperatorCode of = new OperatorCode(asked.operator);
                    boolean toBlock = asked.evidenceCompleteAt != null;
                    Step.Kind next = !toBlock
                            ? Step.Kind.UNBLOCKED
                            : List.of(Step.Kind.BLOCKED, Step.Kind.DECLINED, Step.Kind.WITHDRAWN)
                                    .get(dice.nextInt(3));
                    take(Step.of(next, request, of, at));
                }
                case BLOCKED -> take(Step.of(Step.Kind.RELEASE_PROPOSED, at));
                case RELEASE_PROPOSED -> {
                    if (dice.nextBoolean()) {
                        take(Step.of(Step.Kind.RELEASE_REFUSED, at));
                    } else {
                        request = unblock(operator, at);
                    }
                }
                case WITHDRAWN, RELEASE_REFUSED, CLOSED -> request = unblock(operator, at);
                case UNBLOCKED -> take(Step.of(Step.Kind.CLOSED, at));
            }
        }
        return this;
    }

    /** From complete evidence on, without the times in which nobody had anything to do. */
    private Duration busy(Instant now) {
        List<Step> steps = new ArrayList<>(clock.steps);
        Duration busy = steps.stream().anyMatch(step -> step.evidenceCompleteAt != null)
                ? Duration.between(COMPLETE, OPENED)
                : Duration.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            Instant until = i + 1 < steps.size() ? steps.get(i + 1).at : now;
            if (steps.get(i).kind.next() != Awaited.NOTHING) {
                busy = busy.plus(Duration.between(steps.get(i).at, until));
            }
        }
        return busy;
    }

    private void take(Step step) {
        clock.take(step);
    }

    private RequestId asked(OperatorCode operator, Instant at) {
        RequestId request = new RequestId(UUID.randomUUID());
        take(Step.asked(request, operator, at, Optional.of(COMPLETE)));
        return request;
    }

    private RequestId unblock(OperatorCode operator, Instant at) {
        RequestId request = new RequestId(UUID.randomUUID());
        take(Step.asked(request, operator, at, Optional.empty()));
        return request;
    }

    private void exchange(RequestId request, Instant reached, Instant answered) {
        exchanges.put(request.value(), new Exchange(Optional.ofNullable(reached), Optional.ofNullable(answered)));
    }

    private TicketClockView view(Instant now) {
        return TicketClockView.of(clock, exchanges, now);
    }

    private static Duration took(TicketClockView view, Party party) {
        return view.charged().stream()
                .filter(share -> share.party() == party)
                .map(TicketClockView.Share::took)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
