package id.sigap.bench.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** What the benchmark tells this service to do; each call returns when it is done. */
@Path("/")
class LedgerResource {

    private final Writers writers;
    private final Backlog backlog;

    LedgerResource(Writers writers, Backlog backlog) {
        this.writers = writers;
        this.backlog = backlog;
    }

    @POST
    @Path("/write")
    public Writers.Written write(
            @QueryParam("writers") int count,
            @QueryParam("millis") long millis,
            @QueryParam("per-second") double perSecond) {
        return writers.write(count, Duration.ofMillis(millis), perSecond);
    }

    @POST
    @Path("/fill")
    public void fill(@QueryParam("events") int events) {
        backlog.fill(events);
    }

    @POST
    @Path("/put-back")
    public Waiting putBack(@QueryParam("events") int events) {
        return new Waiting(backlog.putBack(events).toEpochMilli());
    }

    /** @param since epoch milliseconds */
    record Waiting(long since) {}

    /** The journal's clock. */
    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
