package id.sigap.faults.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** One guard of the services taken away. A checker that doesn't notice proves nothing when it finds nothing. */
public enum Sabotage {

    /**
     * Every event is handled whenever it comes, a first or a fifth time, in whatever order; nothing is remembered.
     *
     * <p>Shows when records come twice or out of order: duplicates on a topic, a group set back, a death between commit and offset
     * ({@link FailPoint#COMMIT_BEFORE_OFFSET}) or between acknowledgement and pointers ({@link FailPoint#RELAY_AFTER_ACK}).
     *
     * <p>Breaks A (a reporter is told twice, a timeline has a step twice), I (what exists already, a case or a followed ticket, becomes a dead
     * letter), and D, where a verified report comes again after its ticket has ended: a second ticket asks for a second block.
     */
    INBOX_OFF("an event is handled as often as it comes, in whatever order"),

    /**
     * A batch counts as read when it has come, whatever the database says; it is handled {@value #LATER_MILLIS} ms later. Who dies in between
     * has lost it.
     *
     * <p>Shows when a service is killed within that time after an event has come: any kill under load, and for certain at
     * {@link FailPoint#COMMIT_BEFORE_OFFSET}, which then lies behind the offset and before the commit.
     *
     * <p>Breaks A and I (the lost event's successors wait for it for ever, the projection stays behind), and E, where it is an operator's answer
     * that the notifier lost.
     */
    OFFSET_EARLY("the offset is committed before the batch is handled"),

    /**
     * The relay deletes its pointers when it reads them. What it has not sent when it dies is never sent.
     *
     * <p>Shows when a service dies between the two ({@link FailPoint#RELAY_HALF_SENT}), or is killed while the broker is down; then everything
     * that was read and not acknowledged is lost. Also when a send fails and the relay begins anew.
     *
     * <p>Breaks A and I: the journal holds an entry that its topic doesn't, with nothing pending.
     */
    POINTER_EARLY("pointers are deleted before Kafka has acknowledged"),

    /**
     * A window counts as missed as soon as it has passed, whether or not all answers of that time have been seen.
     *
     * <p>Shows when an operator answers in time and the answer is late in coming: the notifier asleep or down, or sla-monitor behind, until the
     * window has passed.
     *
     * <p>Breaks E: a breach is flagged (and retracted later) though there was a confirmation by the due time.
     */
    BREACH_WITHOUT_GUARD("a breach is declared by the clock alone"),

    /**
     * An operator's answer is taken for requests that other operators were asked.
     *
     * <p>Shows when somebody tries: one operator's machine confirms another's request, by REST or on its own topic.
     *
     * <p>Breaks F: the request is shown to a stranger and confirmed by it; the ticket says that a number is blocked and nobody has blocked it.
     */
    NO_OPERATOR_CHECK("an operator may answer what another was asked"),

    /**
     * What an operator did although it was withdrawn is heard and forgotten.
     *
     * <p>Shows when an appeal is upheld before the operator has blocked, and its network blocks after it has lifted the block.
     *
     * <p>Breaks K: the number is blocked, and the record says that it is not.
     */
    LATE_BLOCK_FORGOTTEN("a block that comes too late changes no ticket"),

    /**
     * Reporters are not told what the help desk has decided.
     *
     * <p>Shows with every decision that no ticket follows: a report that is rejected.
     *
     * <p>Breaks L: a reporter waits for an answer that was given.
     */
    DECISION_UNTOLD("nobody is mailed what the help desk decides"),

    /**
     * Tickets pass over what an operator declines.
     *
     * <p>Shows with every decline.
     *
     * <p>Breaks M: the operator has answered, and the ticket waits for it.
     */
    DECLINE_UNHEARD("a ticket passes over what its operator declines"),

    /**
     * A clock goes on when its request is withdrawn.
     *
     * <p>Shows when an appeal is upheld before the operator has blocked.
     *
     * <p>Breaks N: a clock runs into a breach of what nobody wants any more.
     */
    WITHDRAWAL_UNHEARD("a clock goes on when its request is withdrawn");

    /** How late a batch is handled whose offset is committed early. */
    public static final int LATER_MILLIS = 2000;

    private final String wrong;

    Sabotage(String wrong) {
        this.wrong = wrong;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static Sabotage named(String id) {
        return Arrays.stream(values())
                .filter(sabotage -> sabotage.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sabotage is called " + id + "; there are "
                        + Arrays.stream(values()).map(Sabotage::id).collect(Collectors.joining(", "))));
    }

    /** As on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The services, by the name of their module, that have this guard. */
    public Set<String> services() {
        return switch (this) {
            case INBOX_OFF, OFFSET_EARLY, POINTER_EARLY -> FailPoint.COMMIT_BEFORE_OFFSET.services();
            case BREACH_WITHOUT_GUARD, WITHDRAWAL_UNHEARD -> Set.of("sla-monitor");
            case NO_OPERATOR_CHECK -> Set.of("operator-notifier");
            case LATE_BLOCK_FORGOTTEN, DECLINE_UNHEARD -> Set.of("ticket-service");
            case DECISION_UNTOLD -> Set.of("intake-service");
        };
    }

    /** What the service does wrong. */
    public String wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        return id();
    }
}
