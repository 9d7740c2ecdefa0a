package id.sigap.notifier.request;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

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

    /**
     * The database's clock. Asked as the first thing in a transaction it is never before that transaction's start, which is what the
     * watermark rests on: an open transaction holds it back.
     */
    public Instant now() {
        return sql.moment(NOW);
    }
}
