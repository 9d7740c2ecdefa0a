package id.sigap.intake.receipt;

import id.sigap.intake.vault.KeyedHash;
import id.sigap.reliable.DatabaseFailure;
import id.sigap.service.Refusal;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts wrong codes by address, in the database so that a second replica counts along. Plain JDBC: it counts outside the transaction it refuses. */
@ApplicationScoped
class WrongCodes {

    private static final String COUNT = """
            select count(*) from wrong_receipt where address = ? and tried_at > now() - make_interval(secs => ?)""";
    private static final String REMEMBER = "insert into wrong_receipt (address) values (?)";
    private static final String FORGET = "delete from wrong_receipt where tried_at < now() - make_interval(secs => ?)";

    private final DataSource database;
    private final KeyedHash hashes;
    private final ReceiptConfig config;

    WrongCodes(DataSource database, KeyedHash hashes, ReceiptConfig config) {
        this.database = database;
        this.hashes = hashes;
        this.config = config;
    }

    /** @throws Refusal 429 after too many wrong codes from this address */
    void refuseGuesser(String address) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setBytes(1, hashes.ofAddress(address));
            count.setLong(2, config.window().toSeconds());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                if (row.getInt(1) >= config.wrongCodes()) {
                    throw new Refusal(429, "too-many-requests", config.window().toSeconds());
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    void remember(String address) {
        try (Connection connection = database.getConnection();
                PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setBytes(1, hashes.ofAddress(address));
            remember.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Scheduled(every = "10m", delayed = "5m")
    void forget() {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setLong(1, config.window().toSeconds());
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
