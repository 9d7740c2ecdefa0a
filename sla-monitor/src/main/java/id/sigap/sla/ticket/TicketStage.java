package id.sigap.sla.ticket;

import id.sigap.sla.clock.Clocks.Exchange;
import id.sigap.sla.clock.Milestone.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A time in which a ticket waited for one thing, charged to one party. Stages don't overlap, and between them nobody had anything to do.
 *
 * @param awaited what for
 * @param chargedTo whose time it is
 * @param operator for the operator's time, whose
 * @param since when it began
 * @param until when it ended; absent while it runs
 * @param took how long, or so far
 */
public record TicketStage(
        Awaited awaited,
        Party chargedTo,
        Optional<String> operator,
        Instant since,
        Optional<Instant> until,
        Duration took) {

    /**
     * The stages of a ticket so far.
     *
     * @param exchanges of its requests, by their ids
     */
    static List<TicketStage> of(TicketClock clock, Map<UUID, Exchange> exchanges, Instant now) {
        return new Course(clock.steps, exchanges, now).stages();
    }

    /** Goes through the steps, and never back in time: machines' clocks differ by milliseconds. */
    private static final class Course {

        private final List<Step> steps;
        private final Map<UUID, Exchange> exchanges;
        private final Instant now;
        private final List<TicketStage> stages = new ArrayList<>();
        private Instant at;

        Course(List<Step> steps, Map<UUID, Exchange> exchanges, Instant now) {
            this.steps = steps;
            this.exchanges = exchanges;
            this.now = now;
        }

        List<TicketStage> stages() {
            if (steps.isEmpty()) {
                return List.of();
            }
            at = steps.getFirst().at;
            verification();
            for (int i = 0; i < steps.size(); i++) {
                Optional<Instant> until = i + 1 < steps.size() ? Optional.of(steps.get(i + 1).at) : Optional.empty();
                after(i, until);
            }
            return stages;
        }

        /** Known as soon as somebody is asked to block. */
        private void verification() {
            steps.stream()
                    .filter(step -> step.evidenceCompleteAt != null)
                    .findFirst()
                    .filter(step -> step.evidenceCompleteAt.isBefore(at))
                    .ifPresent(step -> {
                        Instant opened = at;
                        at = step.evidenceCompleteAt;
                        stage(Awaited.VERIFICATION, Optional.empty(), Optional.of(opened));
                    });
        }

        private void after(int place, Optional<Instant> until) {
            Step step = steps.get(place);
            switch (step.kind.next()) {
                case ANSWER -> exchange(step, exchanges.getOrDefault(step.request, Exchange.NONE), until);
                case NOTHING -> pass(until);
                case REROUTE -> stage(Awaited.REROUTE, refuted(place), until);
                case Awaited other -> stage(other, Optional.empty(), until);
            }
        }

        private void exchange(Step asked, Exchange exchange, Optional<Instant> until) {
            Optional<String> operator = Optional.of(asked.operator);
            stage(Awaited.DELIVERY, Optional.empty(), earlier(exchange.reached(), until));
            if (exchange.reached().isPresent()) {
                stage(Awaited.ANSWER, operator, earlier(exchange.answered(), until));
            }
            if (exchange.answered().isPresent()) {
                stage(Awaited.UPTAKE, Optional.empty(), until);
            }
        }

        /** Who declined, was asked again and blocked after all has kept the ticket waiting itself. */
        private Optional<String> refuted(int place) {
            String declinedBy = steps.get(place).operator;
            return steps.stream()
                    .skip(place)
                    .filter(step -> step.kind == Step.Kind.BLOCKED && step.operator.equals(declinedBy))
                    .map(step -> step.operator)
                    .findFirst();
        }

        private void stage(Awaited awaited, Optional<String> operator, Optional<Instant> until) {
            Instant since = at;
            pass(until);
            if (until.isEmpty() || since.isBefore(at)) {
                Instant end = until.isEmpty() && now.isAfter(since) ? now : at;
                stages.add(new TicketStage(
                        awaited,
                        operator.isPresent() ? Party.OPERATOR : awaited.party(),
                        operator,
                        since,
                        until.map(_ -> at),
                        Duration.between(since, end)));
            }
        }

        private void pass(Optional<Instant> until) {
            at = until.filter(at::isBefore).orElse(at);
        }

        private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
            return one.isPresent() && other.isPresent()
                    ? Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get())
                    : one.or(() -> other);
        }
    }
}
