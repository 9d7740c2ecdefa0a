package id.sigap.notifier.delivery;

import id.sigap.events.Action;
import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.reliable.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What is due, taken with a lease. Plain JDBC: one statement finds, locks, numbers and returns the attempts of any number of replicas, and
 * no transaction stays open while the outside world takes its time.
 */
@ApplicationScoped
class ClaimedParcels {

    // What is due later than lease and pauses allow was planned by a clock that was ahead: it is due now.
    private static final String DUE = """
            d.state in ('PENDING', 'RETRYING')
                and (d.next_attempt_at <= now() or d.next_attempt_at > now() + make_interval(secs => ?))""";

    // A request is brought while its answer is awaited. One that isn't wanted is cancelled by whoever ended it.
    private static final String WANTED = """
            (%1$s.matter <> 'REQUEST'
                or exists (select from operator_request w where w.id = %1$s.request and w.state in ('PENDING', 'ACKNOWLEDGED')))""";

    private static final String LANES = "select distinct operator, channel from delivery d where " + DUE;

    private static final String STILL_WANTED =
            "select exists (select from delivery d where d.id = ? and d.state in ('PENDING', 'RETRYING') and "
                    + WANTED.formatted("d") + ")";

    // An earlier request of the number goes first: an unblock must not arrive before the block it lifts.
    private static final String CLAIM = """
            with due as (
                select d.id from delivery d
                where d.operator = ? and d.channel = ? and %1$s and %2$s
                    and not exists (
                        select from delivery e
                        where e.operator = d.operator and e.channel = d.channel and e.number = d.number
                            and e.state in ('PENDING', 'RETRYING') and e.place < d.place and %3$s)
                order by d.next_attempt_at limit ? for update skip locked)
            update delivery d set attempts = d.attempts + 1, next_attempt_at = now() + make_interval(secs => ?)
            from due, operator_request r
            where d.id = due.id and r.id = d.request
            returning d.id, d.matter, d.attempts, d.queued_at, r.id as request, r.operator, r.ticket_number, r.action, r.number, r.category,
                r.requested_at, r.due_at, r.withdrawn_at, r.trace_parent""".formatted(DUE, WANTED.formatted("d"), WANTED.formatted("e"));

    private final DataSource database;
    private final DeliveryConfig config;

    ClaimedParcels(DataSource database, DeliveryConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Where something is due. */
    List<Lane> lanes() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LANES)) {
            select.setDouble(1, longestWait());
            List<Lane> lanes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lanes.add(new Lane(new OperatorCode(row.getString(1)), DeliveryChannel.valueOf(row.getString(2))));
                }
            }
            return lanes;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Takes what is due in a lane, longest waiting first; nobody else takes it before the lease has ended. */
    List<Parcel> take(Lane lane, int atMost) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, lane.operator().value());
            claim.setString(2, lane.channel().name());
            claim.setDouble(3, longestWait());
            claim.setInt(4, atMost);
            claim.setDouble(5, seconds(config.lease()));
            try (ResultSet row = claim.executeQuery()) {
                List<Parcel> parcels = new ArrayList<>();
                while (row.next()) {
                    parcels.add(parcel(row));
                }
                return parcels;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Whether it is still to be brought: it may have been answered since it was taken. Asked at the last moment before it leaves. */
    boolean isStillWanted(Parcel parcel) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STILL_WANTED)) {
            select.setObject(1, parcel.delivery());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A pause may be longer by half than the longest, see {@link Backoff}. */
    private double longestWait() {
        return seconds(config.lease().plus(config.longestPause().multipliedBy(2)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static Parcel parcel(ResultSet row) throws SQLException {
        return new Parcel(
                row.getObject("id", UUID.class),
                Matter.valueOf(row.getString("matter")),
                row.getInt("attempts"),
                instant(row, "queued_at"),
                new RequestId(row.getObject("request", UUID.class)),
                new OperatorCode(row.getString("operator")),
                row.getString("ticket_number"),
                Action.valueOf(row.getString("action")),
                new Msisdn(row.getString("number")),
                Optional.ofNullable(row.getString("category")).map(Category::valueOf),
                instant(row, "requested_at"),
                instant(row, "due_at"),
                Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("trace_parent"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
