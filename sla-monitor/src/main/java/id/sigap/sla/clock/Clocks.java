package id.sigap.sla.clock;

import id.sigap.events.Event;
import id.sigap.events.OperatorCode;
import id.sigap.reliable.EventBatch;
import id.sigap.reliable.Journal;
import id.sigap.reliable.Trace;
import id.sigap.service.Sql;
import id.sigap.sla.policy.Policies;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All clocks, and how facts reach them. */
@ApplicationScoped
public class Clocks implements PanacheRepositoryBase<Clock, UUID> {

    // Sorted, so that two batches that speak of the same requests take them in the same order and never wait for each
    // other in a circle.
    private static final String MAKE_MISSING = """
            insert into clock (request, ticket, operator)
            select * from unnest(:requests, :tickets, :operators)
            on conflict (request) do nothing""";

    // Deadlines know one clock: the database's.
    private static final String NOW = "select date_trunc('milliseconds', clock_timestamp())";

    @Inject
    Journal journal;

    @Inject
    Policies policies;

    @Inject
    Trace trace;

    @Inject
    Sql sql;

    /** A fact, and the trace of the record that told it. */
    private record Told(Fact fact, String traceParent) {}

    /**
     * Tells each clock its facts, in their order, and journals what follows. Inside the caller's transaction; a clock not seen yet is made.
     *
     * @param meaning what an event means to a clock, if anything
     */
    public <E extends Event> void learn(List<EventBatch.Heard<E>> heard, Function<E, Optional<Fact>> meaning) {
        learn(heard.stream()
                .flatMap(one ->
                        meaning
                                .apply(one.event())
                                .map(fact -> new Told(fact, one.metadata().traceParent()))
                                .stream())
                .toList());
    }

    private void learn(List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        List<Fact> facts = told.stream().map(Told::fact).toList();
        makeMissing(facts);
        Map<UUID, Clock> clocks =
                locked(facts.stream().map(fact -> fact.request().value()).collect(Collectors.toSet()));
        Instant now = now();
        for (Told one : told) {
            Fact fact = one.fact();
            trace.continueFrom(one.traceParent());
            clocks.get(fact.request().value())
                    .learn(fact, policies.of(fact.operator()), now)
                    .forEach(journal::append);
        }
    }

    /** Settles those of the given clocks that wait for a delivery's report no longer, and journals what follows. */
    public void settle(Collection<UUID> requests) {
        Instant now = now();
        locked(requests).values().forEach(clock -> clock.settle(now).forEach(journal::append));
    }

    private void makeMissing(List<Fact> facts) {
        SortedMap<UUID, Fact> first = new TreeMap<>();
        facts.forEach(fact -> first.putIfAbsent(fact.request().value(), fact));
        Collection<Fact> sorted = first.values();
        getEntityManager()
                .createNativeQuery(MAKE_MISSING)
                .setParameter(
                        "requests",
                        sorted.stream().map(fact -> fact.request().value()).toArray(UUID[]::new))
                .setParameter(
                        "tickets",
                        sorted.stream().map(fact -> fact.ticket().value()).toArray(UUID[]::new))
                .setParameter(
                        "operators",
                        sorted.stream().map(fact -> fact.operator().value()).toArray(String[]::new))
                .executeUpdate();
    }

    private Map<UUID, Clock> locked(Collection<UUID> requests) {
        return find("request in ?1 order by request", requests).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(clock -> clock.requestId().value(), Function.identity()));
    }

    /**
     * When a request was with its operator, and when that answered for good.
     *
     * @param reached at the latest when it answered
     */
    public record Exchange(Optional<Instant> reached, Optional<Instant> answered) {

        public static final Exchange NONE = new Exchange(Optional.empty(), Optional.empty());
    }

    /** What has come of each request of a ticket, by the request's id. */
    public Map<UUID, Exchange> exchanges(UUID ticket) {
        return find("ticket", ticket).stream().collect(Collectors.toMap(clock -> clock.request, Clock::exchange));
    }

    /** Oldest request first, for its id is a UUIDv7; one more than {@code size}, if there are. */
    List<Clock> matching(ClockSearch search, int size) {
        var conditions = search.conditions();
        return find(conditions.orderedBy("request"), conditions.values())
                .range(0, size)
                .list();
    }

    /** A place in the list of windows missed. */
    record Missed(Instant breachedAt, UUID request) {}

    /** Declared breaches that stand, newest first; one more than {@code size}, if there are. */
    List<Clock> missed(Optional<OperatorCode> operator, Optional<Missed> before, int size) {
        var conditions = new Conditions()
                .and("state in (:states)", List.of("states"), State.MISSED)
                .and("operator = :operator", "operator", operator.map(OperatorCode::value));
        before.ifPresent(place -> conditions.and(
                "breachedAt < :at or breachedAt = :at and request < :request",
                List.of("at", "request"),
                place.breachedAt(),
                place.request()));
        return find(conditions.orderedBy("breachedAt desc, request desc"), conditions.values())
                .range(0, size)
                .list();
    }

    public Instant now() {
        return sql.moment(NOW);
    }
}
