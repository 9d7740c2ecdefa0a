package id.sigap.intake.appeal;

import id.sigap.events.AppealId;
import id.sigap.events.CanonicalUuid;
import id.sigap.events.EvidenceRef;
import id.sigap.events.report.Notice;
import id.sigap.intake.appeal.AppealForm.Plea;
import id.sigap.intake.evidence.Evidence;
import id.sigap.intake.evidence.EvidenceItems;
import id.sigap.intake.evidence.EvidenceState;
import id.sigap.intake.notice.Notices;
import id.sigap.intake.receipt.ReceiptCode;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.CaseKind;
import id.sigap.intake.vault.KeyedHash;
import id.sigap.intake.vault.People;
import id.sigap.reliable.Ids;
import id.sigap.reliable.Journal;
import id.sigap.service.Refusal;
import id.sigap.service.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every appeal, and how one is taken in. */
@ApplicationScoped
public class Appeals implements PanacheRepositoryBase<Appeal, UUID> {

    private final CaseKeys keys;
    private final People people;
    private final Receipts receipts;
    private final KeyedHash hashes;
    private final EvidenceItems items;
    private final Notices notices;
    private final Journal journal;
    private final Sql sql;
    private final Clock clock;

    Appeals(
            CaseKeys keys,
            People people,
            Receipts receipts,
            KeyedHash hashes,
            EvidenceItems items,
            Notices notices,
            Journal journal,
            Sql sql,
            Clock clock) {
        this.keys = keys;
        this.people = people;
        this.receipts = receipts;
        this.hashes = hashes;
        this.items = items;
        this.notices = notices;
        this.journal = journal;
        this.sql = sql;
        this.clock = clock;
    }

    /** An appeal and the only copy of its receipt code. */
    record Taken(Appeal appeal, ReceiptCode receipt) {}

    /** Takes an appeal into the vault as a draft, in the caller's transaction. */
    Taken take(Plea plea) {
        Instant now = clock.instant();
        var id = new AppealId(Ids.next());
        var caseId = new CaseId(id.value());
        CaseKey key = keys.create(caseId, CaseKind.APPEAL);
        people.keep(caseId, key, plea.appellant());
        String appellant = hashes.ofNumber(plea.appellant().mobile());
        var appeal = new Appeal(id, nextNumber(now), plea, appellant, key, now);
        persist(appeal);
        return new Taken(appeal, receipts.issue(caseId, CaseKind.APPEAL));
    }

    /** Hands the appeal, with its clean documents, to the regulator. @throws Refusal 409 while a document is still being checked */
    void submit(Appeal appeal) {
        List<Evidence> documents = items.of(appeal.caseId());
        if (documents.stream().anyMatch(document -> document.state() == EvidenceState.QUARANTINED)) {
            throw new Refusal(Status.CONFLICT, "documents-being-checked");
        }
        List<EvidenceRef> clean = documents.stream()
                .filter(document -> document.state() == EvidenceState.CLEAN)
                .map(Evidence::ref)
                .toList();
        journal.append(appeal.submit(clean, clock.instant()));
        notices.tell(appeal.caseId(), Notice.APPEAL_RECEIVED, appeal.language(), appeal.appealNumber());
    }

    /** As {@link #submit(Appeal)}, in a transaction of its own. @throws Refusal 404 */
    @Transactional
    void submit(AppealId id) {
        submit(locked(id).orElseThrow(() -> Refusal.notFound("appeal")));
    }

    /** The appeal, locked until the transaction ends; empty if this vault never took it. */
    public Optional<Appeal> locked(AppealId id) {
        keys.lock(new CaseId(id.value()));
        return findByIdOptional(id.value());
    }

    /** @throws Refusal 404 */
    Appeal of(CaseId caseId) {
        return findByIdOptional(caseId.value()).orElseThrow(() -> Refusal.notFound("appeal"));
    }

    /** @throws Refusal 404 if no appeal has this id, or it is none */
    Appeal named(String text) {
        try {
            return of(new CaseId(CanonicalUuid.parse(text)));
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("appeal");
        }
    }

    private String nextNumber(Instant now) {
        long count = sql.number("select nextval('appeal_count')");
        return AppealNumber.of(count, now);
    }
}
