package id.sigap.faults.agent;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The worst moments for a process to die at. One with a trap set ({@link Traps#arm}) dies there as by kill -9. */
public enum FailPoint {

    /** Half of a blob's bytes lie on the disk, under a draft's name; nobody is told. The citizen's request fails. (H) */
    EVIDENCE_HALF_WRITTEN("half of a blob is on the disk", Where.VAULT),

    /** The blob is whole and has its name; the row that names it was not written. The same file comes again. (H) */
    EVIDENCE_BEFORE_ROW("a blob is kept, its row is not written", Where.VAULT),

    /** The row is there, nobody has looked at the file, and no officer hears of it until a worker does in the request's place. (A, H) */
    EVIDENCE_BEFORE_INSPECTION("a piece of evidence has its row and was not inspected", Where.VAULT),

    /** The case's keys are destroyed for good, its blobs still lie there. (H) */
    ERASED_BEFORE_BLOBS("a case's keys are gone, its blobs are not", Where.VAULT),

    /**
     * A request's transaction has committed what it journalled, and not a byte of the answer has left: whoever asked knows nothing and asks
     * again. (B)
     */
    COMMIT_BEFORE_REPLY("a request is committed, its answer not yet sent", Where.EVERYWHERE),

    /** A batch with events new to this service is committed, its offset is not: the batch comes again. (A, D, J) */
    COMMIT_BEFORE_OFFSET("a batch is committed, its offset is not", Where.EVERYWHERE),

    /** An operator's answer on its topic is taken and committed, its offset is not: the answer comes again. (D, E) */
    REPLY_BEFORE_OFFSET("an operator's answer is committed, its offset is not", Where.OPERATORS),

    /** One half of what the relay took up is on its topics, the other half is not, and all of it is still pending. (A, I, J) */
    RELAY_HALF_SENT("half of a relay's batch is sent", Where.EVERYWHERE),

    /** Kafka has acknowledged all of a batch, every pointer is still there: all of it is published again. (A, I) */
    RELAY_AFTER_ACK("a relay's batch is acknowledged, its pointers are not deleted", Where.EVERYWHERE),

    /** The mail server has said 250 and nobody remembers: the same mail goes out again, with the same Message-ID. (D) */
    MAIL_TAKEN("the mail server took a mail, that is not recorded", Where.WRITERS_OF_MAIL),

    /** The operator's topic holds the request and nobody remembers: it is sent again, with the same id. (D) */
    REQUEST_TAKEN("an operator's topic took a request, that is not recorded", Where.OPERATORS),

    /** Clocks are flagged as at risk or as missed in a transaction that won't commit. (E) */
    MID_SWEEP("clocks are flagged, the transaction has not committed", Where.DEADLINES),

    /** The moment up to which all confirmations are published is remembered as said, and nobody hears it. (E) */
    WATERMARK_BEFORE_PUBLISHING("a watermark is computed and kept, not published", Where.OPERATORS);

    /** Services by the name of their module. */
    private static final class Where {
        static final List<String> VAULT = List.of("intake-service");
        static final List<String> OPERATORS = List.of("operator-notifier");
        static final List<String> DEADLINES = List.of("sla-monitor");
        static final List<String> WRITERS_OF_MAIL = List.of("intake-service", "operator-notifier");
        static final List<String> EVERYWHERE =
                List.of("intake-service", "verification-service", "ticket-service", "operator-notifier", "sla-monitor");
    }

    private final String moment;
    private final Set<String> services;

    FailPoint(String moment, List<String> services) {
        this.moment = moment;
        this.services = Set.copyOf(services);
    }

    /** As in a trap's file name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What has happened, and what has not. */
    public String moment() {
        return moment;
    }

    /** The services that come to this point. */
    public Set<String> services() {
        return services;
    }

    @Override
    public String toString() {
        return id();
    }
}
