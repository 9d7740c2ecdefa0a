package id.sigap.repair.audit;

import id.sigap.journal.SignedHeads;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What an audit saw.
 *
 * @param journals what was followed
 * @param positions how many aggregates receivers say they followed, compared with the journals
 * @param records how many of Kafka's records were compared; empty if Kafka was not asked
 * @param signed how many ends of chains bore their service's signature; empty if no key was known, or Kafka was not asked
 * @param statements the last that each service signed: whoever remembers them sees it if they are cut off together with what the service remembers
 * @param findings what is wrong; empty if the trail is whole
 * @param unlisted how much more is wrong than is listed
 */
public record AuditReport(
        List<Followed> journals,
        long positions,
        OptionalLong records,
        OptionalLong signed,
        List<Statement> statements,
        List<Finding> findings,
        long unlisted) {

    /**
     * Part of a journal that was followed.
     *
     * @param about the aggregate's id, or empty for all of them
     */
    public record Followed(String service, String about, long entries, long chains) {}

    /**
     * What a service signed.
     *
     * @param number counted from 1
     */
    public record Statement(String service, long number, Instant signedAt) {

        /**
         * What came after that moment bears no signature yet. Cut off the end of a chain it shows only where somebody else knows of it, Kafka or a
         * receiver; nobody does of the access log.
         */
        public Instant unsignedSince() {
            return signedAt.minus(SignedHeads.SETTLING);
        }
    }

    public boolean isWhole() {
        return findings.isEmpty();
    }
}
