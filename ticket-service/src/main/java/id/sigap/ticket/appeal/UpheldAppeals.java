package id.sigap.ticket.appeal;

import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.EvidenceVerified;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All appeals that were upheld. */
@ApplicationScoped
public class UpheldAppeals implements PanacheRepositoryBase<UpheldAppeal, UUID> {

    /** The last one of the number that was decided after the report was. */
    public Optional<AppealUpheld> after(EvidenceVerified report) {
        return find("number = ?1 and at >= ?2 order by at desc", report.number(), report.at())
                .firstResultOptional()
                .map(UpheldAppeal::asSaid);
    }
}
