package id.sigap.intake.pace;

import id.sigap.intake.vault.KeyedHash;
import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Counts by address and window, in the database so that a second replica counts along. A window is a fixed stretch of the clock. */
@ApplicationScoped
public class Allowances {

    private static final String USE = """
            insert into allowance (what, address, window_start, used)
            values (?, ?, date_bin(make_interval(secs => ?), now(), 'epoch'), 1)
            on conflict (what, address, window_start) do update set used = allowance.used + 1
            returning used""";
    private static final String FORGET = "delete from allowance where window_start < now() - interval '2 days'";

    private final Sql sql;
    private final KeyedHash hashes;

    Allowances(Sql sql, KeyedHash hashes) {
        this.sql = sql;
        this.hashes = hashes;
    }

    /**
     * Uses one, in the caller's transaction if there is one.
     *
     * @param what such as {@code number-check}
     * @throws Refusal 429 if none is left
     */
    public void use(String what, String address, int allowed, Duration window) {
        long used = sql.number(USE, what, hashes.ofAddress(address), window.toSeconds());
        if (used > allowed) {
            throw new Refusal(429, "too-many-requests", window.toSeconds());
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forget() {
        sql.changed(FORGET);
    }
}
