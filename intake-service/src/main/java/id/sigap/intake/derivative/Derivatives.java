package id.sigap.intake.derivative;

import id.sigap.intake.derivative.Derivative.State;
import id.sigap.intake.evidence.BlobsOrphaned;
import id.sigap.intake.evidence.FoundClean;
import id.sigap.intake.evidence.NamedBlobs;
import id.sigap.intake.filetype.FileType;
import id.sigap.intake.vault.CaseErased;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Sql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is to be made of evidence, and what has been: a row for each piece of which something is made, from the moment it was found clean. */
@ApplicationScoped
class Derivatives implements NamedBlobs {

    /** Before the evidence itself goes, and these rows with it. */
    private static final int BEFORE_EVIDENCE = 1000;

    private final Sql sql;
    private final Studio studio;
    private final Event<BlobsOrphaned> orphaned;
    private final Clock clock;

    Derivatives(Sql sql, Studio studio, Event<BlobsOrphaned> orphaned, Clock clock) {
        this.sql = sql;
        this.studio = studio;
        this.orphaned = orphaned;
        this.clock = clock;
    }

    /** A piece to be made ready. @param tries this one included: counted before it begins, so that one that ends the service counts, too */
    record Wanted(UUID evidence, UUID caseId, CaseKind kind, int tries) {}

    /** What was made. */
    record Made(UUID blob, String mediaType, long sizeBytes) {}

    void wanted(@Observes FoundClean clean) {
        if (Studio.product(clean.type()).isPresent()) {
            sql.changed(
                    "insert into derivative (evidence, type, tries, next_try_at) values (?, ?, 0, ?) on conflict do nothing",
                    clean.evidence(),
                    clean.type().name(),
                    at(clock.instant()));
        }
    }

    /**
     * The next one; nobody else gets it before the lease ends. What is to be tried later than a lease from now was planned by a clock that was
     * ahead: its time is now.
     */
    Optional<Wanted> claim(Duration lease) {
        Instant now = clock.instant();
        String[] able = studio.able().stream().map(FileType::name).toArray(String[]::new);
        return sql
                .rows(
                        row -> new Wanted(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                CaseKind.valueOf(row.getString(3)),
                                row.getInt(4)),
                        """
                        update derivative d set tries = tries + 1, next_try_at = ?
                        from evidence e
                        where e.id = d.evidence and d.evidence = (
                            select evidence from derivative
                            where type = any (?) and (next_try_at <= ? or next_try_at > ?)
                            order by next_try_at limit 1 for update skip locked)
                        returning d.evidence, e.case_id, e.case_kind, d.tries
                        """,
                        at(now.plus(lease)),
                        able,
                        at(now),
                        at(now.plus(lease)))
                .stream()
                .findFirst();
    }

    /** @return false if the piece was erased meanwhile */
    boolean made(UUID evidence, Made made) {
        return sql.changed(
                        "update derivative set blob = ?, media_type = ?, size_bytes = ?, next_try_at = null"
                                + " where evidence = ? and blob is null",
                        made.blob(),
                        made.mediaType(),
                        made.sizeBytes(),
                        evidence)
                == 1;
    }

    void later(UUID evidence, Duration pause) {
        sql.changed(
                "update derivative set next_try_at = ? where evidence = ?",
                at(clock.instant().plus(pause)),
                evidence);
    }

    /** There was no place to make it in: that is no try of its own. */
    void notTried(UUID evidence, Duration pause) {
        sql.changed(
                "update derivative set tries = tries - 1, next_try_at = ? where evidence = ?",
                at(clock.instant().plus(pause)),
                evidence);
    }

    /** How many got as many tries as there are, and came to nothing. */
    long givenUpAfter(int tries) {
        return sql.rows(
                        row -> row.getLong(1),
                        "select count(*) from derivative where blob is null and next_try_at is null and tries >= ?",
                        tries)
                .getFirst();
    }

    void givenUp(UUID evidence) {
        sql.changed("update derivative set next_try_at = null where evidence = ? and blob is null", evidence);
    }

    /** What can be shown of a piece; empty if nothing can, or nothing can yet. */
    Optional<Made> of(UUID evidence) {
        return sql
                .rows(
                        row -> new Made(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)),
                        "select blob, media_type, size_bytes from derivative where evidence = ? and blob is not null",
                        evidence)
                .stream()
                .findFirst();
    }

    /** Of every piece of a case of which something is made. A case has no more than a score of them. */
    List<Derivative> of(CaseId caseId, CaseKind kind) {
        Set<FileType> able = studio.able();
        return sql.rows(
                row -> {
                    Optional<String> mediaType = Optional.ofNullable(row.getString(3));
                    boolean tried = row.getObject(2) == null;
                    State state =
                            mediaType.map(_ -> State.READY).orElseGet(() -> tried ? State.IMPOSSIBLE : State.PENDING);
                    boolean hopeless = state == State.PENDING && !able.contains(FileType.valueOf(row.getString(5)));
                    return new Derivative(
                            row.getObject(1, UUID.class),
                            hopeless ? State.NO_PROGRAM : state,
                            mediaType,
                            Optional.ofNullable((Long) row.getObject(4)));
                },
                """
                select d.evidence, d.next_try_at, d.media_type, d.size_bytes, d.type
                from derivative d join evidence e on e.id = d.evidence
                where e.case_id = ? and e.case_kind = ? order by e.received_at, e.id
                """,
                caseId.value(),
                kind.name());
    }

    @Override
    public Set<UUID> among(List<UUID> blobs) {
        Object names = blobs.stream().map(UUID::toString).toArray(String[]::new);
        return Set.copyOf(sql.rows(
                row -> row.getObject(1, UUID.class),
                "select blob from derivative where blob = any (?::uuid[])",
                names));
    }

    void erase(@Observes @Priority(BEFORE_EVIDENCE) CaseErased erased) {
        orphaned.fire(new BlobsOrphaned(sql.rows(
                row -> row.getObject(1, UUID.class),
                "select d.blob from derivative d join evidence e on e.id = d.evidence where e.case_id = ? and d.blob is not null",
                erased.caseId().value())));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
