package id.sigap.sla.ticket;

import id.sigap.sla.clock.Clocks.Exchange;
import id.sigap.sla.clock.Milestone.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A ticket's clock as its readers see it.
 *
 * @param awaited what it waits for now
 * @param since when the last step was taken
 * @param charged what each party took; together the whole
 * @param whole how long somebody had something to do
 */
public record TicketClockView(
        UUID ticket,
        Optional<String> ticketNumber,
        Awaited awaited,
        Instant since,
        List<TicketStage> stages,
        List<Share> charged,
        Duration whole) {

    /**
     * What one party took of the whole.
     *
     * @param operator for an operator's share, whose
     */
    public record Share(Party party, Optional<String> operator, Duration took) {}

    private record Whose(Party party, Optional<String> operator) {}

    static TicketClockView of(TicketClock clock, Map<UUID, Exchange> exchanges, Instant now) {
        List<TicketStage> stages = TicketStage.of(clock, exchanges, now);
        Awaited awaited = stages.stream()
                .filter(stage -> stage.until().isEmpty())
                .map(TicketStage::awaited)
                .findFirst()
                .orElse(Awaited.NOTHING);
        return new TicketClockView(
                clock.ticket,
                Optional.ofNullable(clock.ticketNumber),
                awaited,
                clock.since,
                stages,
                charged(stages),
                stages.stream().map(TicketStage::took).reduce(Duration.ZERO, Duration::plus));
    }

    private static List<Share> charged(List<TicketStage> stages) {
        Map<Whose, Duration> took = new LinkedHashMap<>();
        stages.forEach(
                stage -> took.merge(new Whose(stage.chargedTo(), stage.operator()), stage.took(), Duration::plus));
        return took.entrySet().stream()
                .map(share -> new Share(share.getKey().party(), share.getKey().operator(), share.getValue()))
                .toList();
    }
}
