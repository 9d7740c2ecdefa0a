package id.sigap.local.stack;

import id.sigap.local.StackFailed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/**
 * How fast one user may write to Kafka, each broker for itself: what an operator writes is kept for ever, and one whose machine runs wild would fill
 * the disk that all services need. Whoever is faster is slowed down by the broker and loses nothing.
 *
 * @param bytesPerSecond on average of some ten seconds, so that a burst of answers passes
 */
record WriteQuota(int bytesPerSecond) {

    /** Some four hundred answers a second. Another is set by the environment: {@code SIGAP_OPERATOR_BYTES_PER_SECOND}. */
    static final WriteQuota OF_AN_OPERATOR = new WriteQuota(256 * 1024);

    private static final String VARIABLE = "SIGAP_OPERATOR_BYTES_PER_SECOND";
    private static final String PRODUCER_BYTES = "producer_byte_rate";

    WriteQuota {
        if (bytesPerSecond <= 0) {
            throw new StackFailed(VARIABLE + " must be more than nothing");
        }
    }

    static WriteQuota ofAnOperator(Map<String, String> environment) {
        String said = environment.get(VARIABLE);
        try {
            return said == null ? OF_AN_OPERATOR : new WriteQuota(Integer.parseInt(said.strip()));
        } catch (NumberFormatException _) {
            throw new StackFailed(VARIABLE + " must be a number of bytes: " + said);
        }
    }

    /** Sets it for each of these users; the broker keeps it. */
    void establish(Admin admin, Collection<KafkaRights> users) {
        var rate = List.of(new ClientQuotaAlteration.Op(PRODUCER_BYTES, (double) bytesPerSecond));
        try {
            admin.alterClientQuotas(users.stream()
                            .map(user -> new ClientQuotaAlteration(
                                    new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, user.user())), rate))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new StackFailed("Kafka refused its quotas: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted while Kafka took its quotas", e);
        }
    }
}
