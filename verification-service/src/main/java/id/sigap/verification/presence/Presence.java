package id.sigap.verification.presence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
            "select officer from case_presence where report = ? and " + HERE + " order by officer";
    private static final String FORGET =
            "delete from case_presence where seen_at < clock_timestamp() - interval '10 minutes'";

    private final Sql sql;

    Presence(Sql sql) {
        this.sql = sql;
    }

    /** The officer looks at the case now. @throws Refusal 404 if there is no such case */
    public void seen(UUID report, String officer) {
        if (sql.changed(SEEN, officer, report) == 0) {
            throw Refusal.notFound("case");
        }
    }

    /** The officer closed the case's page; another window of theirs will say that it is still open. */
    public void left(UUID report, String officer) {
        sql.changed(LEFT, officer, report);
    }

    /** The accounts of those who look at the case now. */
    public List<String> at(UUID report) {
        return sql.rows(row -> row.getString("officer"), AT, report);
    }

    /** Every case that somebody looks at now. */
    public Map<UUID, List<String>> everywhere() {
        return sql.rows(Looker::of, EVERYWHERE).stream()
                .collect(groupingBy(Looker::report, mapping(Looker::officer, toList())));
    }

    @Scheduled(every = "10m")
    void forget() {
        sql.changed(FORGET);
    }

    private record Looker(UUID report, String officer) {

        static Looker of(ResultSet row) throws SQLException {
            return new Looker(row.getObject("report", UUID.class), row.getString("officer"));
        }
    }
}
