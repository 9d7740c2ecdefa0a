package id.sigap.verification.presence;

import id.sigap.reliable.DatabaseFailure;
import id.sigap.service.Refusal;
import id.sigap.service.Scalars;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Who has which case open. A page says so every {@link #HEARTBEAT_SECONDS}; whoever was not heard of for {@code GONE_AFTER} has gone. */
@ApplicationScoped
public class Presence {

    public static final int HEARTBEAT_SECONDS = 20;

    /** Two signs may be lost. By the database's clock, which all replicas share. */
    private static final String HERE = "seen_at > clock_timestamp() - interval '50 seconds'";

    private static final String SEEN = """
            insert into case_presence (report, officer, seen_at)
            select report, ?, clock_timestamp() from verification_case where report = ?
            on conflict (report, officer) do update set seen_at = excluded.seen_at
            """;
    private static final String LEFT = "delete from case_presence where officer = ? and report = ?";
    private static final String EVERYWHERE =
            "select report, officer from case_presence where " + HERE + " order by report, officer";
    private static final String AT =
            "select report, officer from case_presence where report = ? and " + HERE + " order by officer";
    private static final String FORGET =
            "delete from case_presence where seen_at < clock_timestamp() - interval '10 minutes'";

    private final DataSource database;
    private final Scalars scalars;

    Presence(DataSource database, Scalars scalars) {
        this.database = database;
        this.scalars = scalars;
    }

    /** The officer looks at the case now. @throws Refusal 404 if there is no such case */
    public void seen(UUID report, String officer) {
        if (scalars.changed(SEEN, officer, report) == 0) {
            throw Refusal.notFound("case");
        }
    }

    /** The officer closed the case's page; another window of theirs will say that it is still open. */
    public void left(UUID report, String officer) {
        scalars.changed(LEFT, officer, report);
    }

    /** The accounts of those who look at the case now. */
    public List<String> at(UUID report) {
        return read(AT, report).getOrDefault(report, List.of());
    }

    /** Every case that somebody looks at now. */
    public Map<UUID, List<String>> everywhere() {
        return read(EVERYWHERE);
    }

    @Scheduled(every = "10m")
    void forget() {
        scalars.changed(FORGET);
    }

    private Map<UUID, List<String>> read(String statement, Object... parameters) {
        var found = new TreeMap<UUID, List<String>>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject("report", UUID.class), _ -> new ArrayList<>())
                            .add(row.getString("officer"));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return found;
    }
}
