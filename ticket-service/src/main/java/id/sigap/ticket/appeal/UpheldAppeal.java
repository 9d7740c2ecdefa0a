package id.sigap.ticket.appeal;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.verification.AppealUpheld;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An appeal that was upheld: reports of its number that were decided earlier lead to no block, whichever is heard of first. */
@Entity
@Table(name = "upheld_appeal")
public class UpheldAppeal {

    @Id
    UUID appeal;

    Msisdn number;
    String decidedBy;
    Instant at;

    UpheldAppeal() {}

    UpheldAppeal(AppealUpheld upheld) {
        this.appeal = upheld.appeal().value();
        this.number = upheld.number();
        this.decidedBy = upheld.decidedBy();
        this.at = upheld.at();
    }

    /** As it was said. */
    public AppealUpheld asSaid() {
        return new AppealUpheld(new AppealId(appeal), number, decidedBy, at);
    }
}
