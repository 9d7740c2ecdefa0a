package id.sigap.intake.pace;

import id.sigap.intake.vault.KeyedHash;
import id.sigap.reliable.DatabaseFailure;
import id.sigap.service.Refusal;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Counts by address and window, in the database so that a second replica counts along. A window is a fixed stretch of the clock. */
@ApplicationScoped
public class Allowances {

    private static final String USE = """
            insert into allowance (what, address, window_start, used)
            values (?, ?, date_bin(make_interval(secs => ?), now(), 'epoch'), 1)
            on conflict (what, address, window_start) do update set used = allowance.used + 1
            returning used""";
    private static final String FORGET = "delete from allowance where window_start < now() - interval '2 days'";

    private final DataSource database;
    private final KeyedHash hashes;

    Allowances(DataSource database, KeyedHash hashes) {
        this.database = database;
        this.hashes = hashes;
    }

    /**
     * Uses one, in the caller's transaction if there is one.
     *
     * @param what such as {@code number-check}
     * @throws Refusal 429 if none is left
     */
    public void use(String what, String address, int allowed, Duration window) {
        try (Connection connection = database.getConnection();
                PreparedStatement use = connection.prepareStatement(USE)) {
            use.setString(1, what);
            use.setBytes(2, hashes.ofAddress(address));
            use.setLong(3, window.toSeconds());
            try (ResultSet row = use.executeQuery()) {
                row.next();
                if (row.getInt(1) > allowed) {
                    throw new Refusal(429, "too-many-requests", window.toSeconds());
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forget() {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
