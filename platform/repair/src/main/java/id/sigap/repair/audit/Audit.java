package id.sigap.repair.audit;

import id.sigap.journal.JournalReader;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Verifies the journals of all services, or all chains of one matter. Reads only, and may run while the services do. */
public final class Audit implements AutoCloseable {

    private static final String ESTIMATE =
            "select greatest(reltuples, 0)::bigint from pg_class where oid = 'journal'::regclass";

    private final Map<String, Connection> journals = new LinkedHashMap<>();
    private final Map<String, String> authors;
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Progress progress;
    private final Findings findings = new Findings();

    /** @throws SQLException if a database can't be reached */
    public Audit(List<AuditedService> services, Progress progress) throws SQLException {
        this.progress = progress;
        this.authors = services.stream().collect(Collectors.toMap(AuditedService::topic, AuditedService::name));
        try {
            for (AuditedService service : services) {
                journals.put(service.name(), service.connector().connect());
                service.key().ifPresent(key -> keys.put(service.name(), key));
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /**
     * Every entry of every journal, once: its chain, then what others know of its end.
     *
     * @param kafka the settings of a client that may read all of Sigap's topics; empty leaves Kafka's copy out
     */
    public AuditReport whole(Optional<Map<String, Object>> kafka) throws SQLException {
        List<AuditReport.Followed> followed = new ArrayList<>();
        for (String service : journals.keySet()) {
            followed.add(follow(service));
        }
        long positions = 0;
        Witnesses witnesses = new Witnesses(journals, authors, findings);
        for (String service : journals.keySet()) {
            witnesses.pointers(service);
            positions += witnesses.positions(service, Optional.empty(), progress);
            new AccessChains(service, journals.get(service), findings).check();
        }
        OptionalLong records = OptionalLong.empty();
        OptionalLong signed = OptionalLong.empty();
        List<AuditReport.Statement> last = List.of();
        if (kafka.isPresent()) {
            SignedStatements statements = new SignedStatements(journals, keys, findings);
            records = OptionalLong.of(
                    new PublishedRecords(kafka.get(), journals, authors).compare(findings, statements, progress));
            statements.compareEnds();
            last = statements.last();
            signed = keys.isEmpty() ? OptionalLong.empty() : OptionalLong.of(statements.heads());
        }
        return new AuditReport(followed, positions, records, signed, last, findings.listed(), findings.unlisted());
    }

    /**
     * The chains of one ticket and of everything they name: reports, cases, requests, appeals, clocks.
     *
     * @param reference a ticket's number, or the id of any aggregate
     * @throws IllegalArgumentException if nothing is known by that name
     */
    public AuditReport of(String reference) throws SQLException {
        return new Matter(journals, authors, findings, progress).follow(reference);
    }

    private AuditReport.Followed follow(String service) throws SQLException {
        Connection connection = journals.get(service);
        long about = estimate(connection);
        ChainCheck check = new ChainCheck(service);
        JournalReader.walk(connection, entry -> {
            check.next(entry).forEach(findings::add);
            progress.at(service, check.entries(), about);
        });
        return new AuditReport.Followed(service, "", check.entries(), check.chains());
    }

    private static long estimate(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ESTIMATE);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : journals.values()) {
            connection.close();
        }
    }
}
