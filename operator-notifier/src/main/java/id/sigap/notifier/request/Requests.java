package id.sigap.notifier.request;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import id.sigap.events.Action;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.service.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * All requests. Whoever journals about one gets it locked until the transaction ends: two deliveries and an answer may come at the same
 * moment, and the journal counts versions.
 */
@ApplicationScoped
public class Requests implements PanacheRepositoryBase<OperatorRequest, UUID> {

    private static final String NOW = "select date_trunc('milliseconds', clock_timestamp())";

    private final Sql sql;

    Requests(Sql sql) {
        this.sql = sql;
    }

    /** The request, locked; empty if there is none of that id. */
    public Optional<OperatorRequest> toMove(RequestId id) {
        return findByIdOptional(id.value(), PESSIMISTIC_WRITE);
    }

    /** When that operator was last asked to lift the block of that number. */
    public Optional<Instant> lastUnblock(OperatorCode operator, Msisdn number) {
        return find(
                        "operator = ?1 and number = ?2 and action = ?3 order by requestedAt desc",
                        operator,
                        number,
                        Action.UNBLOCK)
                .firstResultOptional()
                .map(OperatorRequest::requestedAt);
    }

    /** Remembers a withdrawal until the request is heard of. */
    public void withdrawUnheard(RequestId id, Instant at) {
        getEntityManager().merge(new WithdrawnUnheard(id.value(), at));
    }

    /** When the request was withdrawn, if that was heard before the request itself. */
    public Optional<Instant> withdrawnUnheard(RequestId id) {
        return Optional.ofNullable(getEntityManager().find(WithdrawnUnheard.class, id.value()))
                .map(unheard -> unheard.withdrawnAt);
    }

    /**
     * The database's clock. Asked as the first thing in a transaction it is never before that transaction's start, which is what the
     * watermark rests on: an open transaction holds it back.
     */
    public Instant now() {
        return sql.moment(NOW);
    }
}
