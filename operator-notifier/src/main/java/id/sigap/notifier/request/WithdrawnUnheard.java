package id.sigap.notifier.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A request that was withdrawn before it was heard of. */
@Entity
@Table(name = "withdrawn_unheard")
class WithdrawnUnheard {

    @Id
    UUID request;

    Instant withdrawnAt;

    WithdrawnUnheard() {}

    WithdrawnUnheard(UUID request, Instant withdrawnAt) {
        this.request = request;
        this.withdrawnAt = withdrawnAt;
    }
}
