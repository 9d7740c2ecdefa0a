package id.sigap.sla.clock;

import static id.sigap.sla.clock.Samples.NOW;
import static id.sigap.sla.clock.Samples.REQUESTED;
import static id.sigap.sla.clock.Samples.acknowledgedAt;
import static id.sigap.sla.clock.Samples.confirmed;
import static id.sigap.sla.clock.Samples.declined;
import static id.sigap.sla.clock.Samples.delivered;
import static id.sigap.sla.clock.Samples.deliveredAt;
import static id.sigap.sla.clock.Samples.requested;
import static id.sigap.sla.clock.Samples.undelivered;
import static id.sigap.sla.clock.Samples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.sla.SlaAtRisk;
import id.sigap.events.sla.SlaBreachRetracted;
import id.sigap.events.sla.SlaBreached;
import id.sigap.events.sla.SlaEvent;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.sla.Timeliness;
import id.sigap.sla.policy.ClockStart;
import id.sigap.sla.policy.Policy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever ticket-service and operator-notifier may say of one request, each in the order of its own table, read in any order between the
 * two, with the sweep at any moment: breadth first, every place a clock can be in.
 */
@Tag("quick")
class FactsInEveryStateTest {

    /** ticket-service's table: asked, and withdrawn as long as it has heard no answer, which may be taken meanwhile. */
    private enum Ticket {
        UNASKED,
        ASKED,
        WITHDRAWN
    }

    /** operator-notifier's table: an answer given earlier on another way is said again, with the earlier time. */
    private enum Letter {
        PENDING,
        ACKNOWLEDGED,
        ACKNOWLEDGED_EARLIER,
        CONFIRMED_LATE,
        CONFIRMED,
        DECLINED_LATE,
        DECLINED
    }

    /** What each channel says of having brought the letter, once, whatever became of the letter. */
    private record Brought(boolean byKafka, boolean byMail) {}

    /** Where both deciders stand, what the clock heard of them, and what came of it. */
    private record Course(Ticket ticket, Letter letter, Brought brought, List<Object> steps) {

        Course told(Ticket ticket, Letter letter, Brought brought, Object step) {
            List<Object> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Course(ticket, letter, brought, longer);
        }
    }

    private enum Sweep {
        SETTLES,
        FLAGS_AT_RISK,
        FLAGS_MISSED;

        List<SlaEvent> over(Clock clock) {
            return switch (this) {
                case SETTLES -> clock.settle(NOW);
                case FLAGS_AT_RISK -> Samples.flaggedAtRisk(clock);
                case FLAGS_MISSED -> Samples.flaggedMissed(clock);
            };
        }
    }

    private record Place(Ticket ticket, Letter letter, Brought brought, ClockView clock, List<SlaEvent> said) {}

    @ParameterizedTest
    @EnumSource
    void nothingIsRefused_theStateIsTheFold_andNoBreachStandsForWhatCameInTime(ClockStart start) {
        // Given
        Policy policy = new Policy(start, new BigDecimal("0.75"));
        Queue<Course> ahead = new ArrayDeque<>(
                List.of(new Course(Ticket.UNASKED, Letter.PENDING, new Brought(false, false), List.of())));
        Set<Place> seen = new HashSet<>();
        Set<State> reached = EnumSet.noneOf(State.class);
        // When
        while (!ahead.isEmpty()) {
            Course course = ahead.remove();
            Clock clock = Samples.unknown();
            List<SlaEvent> said = said(course, clock, policy);
            if (seen.add(new Place(
                    course.ticket, course.letter, course.brought, ClockView.of(clock, NOW), List.copyOf(said)))) {
                reached.add(clock.state);
                // Then
                isTheFold(clock, said, course);
                next(course, start).forEach(ahead::add);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(State.values());
    }

    private static Stream<Course> next(Course at, ClockStart start) {
        Instant last = Samples.lastMoment(start);
        Instant late = last.plusMillis(1);
        Stream.Builder<Course> next = Stream.builder();
        Function<Ticket, Function<Fact, Course>> ticket = to -> fact -> at.told(to, at.letter, at.brought, fact);
        Function<Letter, Function<Fact, Course>> letter = to -> fact -> at.told(at.ticket, to, at.brought, fact);
        switch (at.ticket) {
            case UNASKED -> next.add(ticket.apply(Ticket.ASKED).apply(requested()));
            case ASKED ->
                Stream.of(REQUESTED.plusSeconds(1), last, late)
                        .map(when -> ticket.apply(Ticket.WITHDRAWN).apply(withdrawn(when)))
                        .forEach(next::add);
            case WITHDRAWN -> {}
        }
        switch (at.letter) {
            case PENDING, ACKNOWLEDGED, ACKNOWLEDGED_EARLIER -> {
                next.add(letter.apply(Letter.CONFIRMED_LATE).apply(confirmed(late)));
                next.add(letter.apply(Letter.CONFIRMED).apply(confirmed(last)));
                next.add(letter.apply(Letter.DECLINED_LATE).apply(declined(late)));
                next.add(letter.apply(Letter.DECLINED).apply(declined(last)));
                if (at.letter == Letter.PENDING) {
                    next.add(letter.apply(Letter.ACKNOWLEDGED).apply(acknowledgedAt(REQUESTED.plusSeconds(700))));
                } else if (at.letter == Letter.ACKNOWLEDGED) {
                    next.add(letter.apply(Letter.ACKNOWLEDGED_EARLIER)
                            .apply(acknowledgedAt(REQUESTED.plusSeconds(600))));
                }
            }
            case CONFIRMED_LATE -> next.add(letter.apply(Letter.CONFIRMED).apply(confirmed(last)));
            case DECLINED_LATE -> next.add(letter.apply(Letter.DECLINED).apply(declined(last)));
            case CONFIRMED, DECLINED -> {}
        }
        if (!at.brought.byKafka) {
            next.add(at.told(at.ticket, at.letter, new Brought(true, at.brought.byMail), delivered()));
        }
        if (!at.brought.byMail) {
            Brought both = new Brought(at.brought.byKafka, true);
            next.add(at.told(at.ticket, at.letter, both, undelivered()));
            next.add(at.told(at.ticket, at.letter, both, deliveredAt(Samples.DELIVERED.plusMillis(500))));
        }
        Stream.of(Sweep.values())
                .filter(sweep -> sweep == Sweep.SETTLES || at.ticket != Ticket.UNASKED)
                .map(sweep -> at.told(at.ticket, at.letter, at.brought, sweep))
                .forEach(next::add);
        return next.build();
    }

    private static List<SlaEvent> said(Course course, Clock clock, Policy policy) {
        List<SlaEvent> said = new ArrayList<>();
        for (Object step : course.steps) {
            said.addAll(step instanceof Fact fact ? clock.learn(fact, policy, NOW) : ((Sweep) step).over(clock));
        }
        return said;
    }

    private static void isTheFold(Clock clock, List<SlaEvent> said, Course course) {
        List<Fact> heard = course.steps.stream()
                .filter(Fact.class::isInstance)
                .map(Fact.class::cast)
                .toList();
        Optional<Instant> confirmed = first(heard, Fact.Confirmed.class, Fact.Confirmed::at);
        Optional<Instant> declined = first(heard, Fact.Declined.class, Fact.Declined::at);
        Optional<Instant> withdrawn = first(heard, Fact.Withdrawn.class, Fact.Withdrawn::at);
        boolean answeredInTime =
                confirmed.or(() -> declined).filter(at -> inTime(at, clock)).isPresent();
        boolean withdrawnInTime =
                withdrawn.filter(at -> clock.dueAt == null || inTime(at, clock)).isPresent();
        boolean declared = count(said, SlaBreached.class) == 1;
        Set<State> expected = declared
                ? EnumSet.of(
                        answeredInTime || withdrawnInTime
                                ? State.RETRACTED
                                : confirmed.isPresent() ? State.MET_LATE : State.BREACHED)
                : undeclared(clock, answeredInTime, withdrawnInTime, confirmed.isPresent(), said);
        assertThat(clock.state).as("after %s", course.steps).isIn(expected);
        assertThat(count(said, SlaBreached.class))
                .as("breaches of %s", course.steps)
                .isLessThanOrEqualTo(1);
        assertThat(count(said, SlaAtRisk.class)).as("risks of %s", course.steps).isLessThanOrEqualTo(1);
        assertThat(count(said, SlaBreachRetracted.class))
                .as("retractions of %s", course.steps)
                .isEqualTo(clock.state == State.RETRACTED ? 1 : 0);
        assertThat(met(said, Timeliness.ON_TIME))
                .as("met in time by %s", course.steps)
                .isEqualTo(confirmed.isPresent() && (clock.state == State.MET || declared && answeredInTime) ? 1 : 0);
        assertThat((clock.dueAt == null) == (clock.startedAt == null)).isTrue();
    }

    /** An answer counts once it is certain when the window began. */
    private static Set<State> undeclared(
            Clock clock, boolean answeredInTime, boolean withdrawnInTime, boolean confirmed, List<SlaEvent> said) {
        State open = clock.startedAt == null
                ? State.AWAITING_START
                : count(said, SlaAtRisk.class) == 0 ? State.RUNNING : State.AT_RISK;
        State waiting = withdrawnInTime ? State.WITHDRAWN : open;
        if (!answeredInTime) {
            return EnumSet.of(waiting);
        }
        State ended = confirmed ? State.MET : State.DECLINED;
        boolean certain = clock.clockStart != ClockStart.DELIVERED || clock.deliveredAt != null;
        return certain ? EnumSet.of(ended) : EnumSet.of(ended, waiting);
    }

    private static boolean inTime(Instant at, Clock clock) {
        return clock.dueAt != null && !at.isAfter(clock.dueAt);
    }

    private static <F extends Fact> Optional<Instant> first(
            List<Fact> heard, Class<F> type, Function<F, Instant> moment) {
        return heard.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .map(moment)
                .min(Instant::compareTo);
    }

    private static long met(List<SlaEvent> said, Timeliness timeliness) {
        return said.stream()
                .filter(event -> event instanceof SlaMet met && met.timeliness() == timeliness)
                .count();
    }

    private static long count(List<SlaEvent> said, Class<? extends SlaEvent> type) {
        return said.stream().filter(type::isInstance).count();
    }
}
