package id.sigap.intake.vault;

import id.sigap.intake.vault.Access.What;
import id.sigap.reliable.Ids;
import id.sigap.service.Cursor;
import id.sigap.service.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Who has read what. Written in the transaction of the read: without the line there is no answer. */
@ApplicationScoped
public class AccessLog implements PanacheRepositoryBase<Access, UUID> {

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    /** @param who role and account id, as the journal names them */
    public void reportRead(CaseId caseId, String who) {
        write(caseId, What.REPORT, null, who);
    }

    public void messagesRead(CaseId caseId, String who) {
        write(caseId, What.MESSAGES, null, who);
    }

    public void chatJoined(CaseId caseId, String who) {
        write(caseId, What.CHAT, null, who);
    }

    public void evidenceListed(CaseId caseId, String who) {
        write(caseId, What.EVIDENCE_LIST, null, who);
    }

    public void evidenceRead(CaseId caseId, UUID evidence, String who) {
        write(caseId, What.EVIDENCE, evidence, who);
    }

    public void derivativeRead(CaseId caseId, UUID evidence, String who) {
        write(caseId, What.DERIVATIVE, evidence, who);
    }

    public void peaksRead(CaseId caseId, UUID evidence, String who) {
        write(caseId, What.PEAKS, evidence, who);
    }

    public void notesRead(CaseId caseId, UUID evidence, String who) {
        write(caseId, What.NOTES, evidence, who);
    }

    public void appealRead(CaseId caseId, String who) {
        write(caseId, What.APPEAL, null, who);
    }

    void erased(CaseId caseId, String who) {
        write(caseId, What.ERASURE, null, who);
    }

    Page<Access.AccessView> of(CaseId caseId, String after, Integer limit) {
        int size = Page.limit(limit);
        UUID from = Cursor.read(after, 1).map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
        List<Access> rows = find("caseId = ?1 and id > ?2 order by id", caseId.value(), from)
                .page(0, size + 1)
                .list();
        return Page.of(rows, size, Access::view, access -> Cursor.of(access.id()));
    }

    private void write(CaseId caseId, What what, UUID item, String who) {
        persist(new Access(Ids.next(), caseId, what, item, who, clock.instant()));
    }
}
