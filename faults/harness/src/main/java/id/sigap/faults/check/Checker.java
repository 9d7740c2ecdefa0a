package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.SnapshotReader;
import id.sigap.faults.history.History;
import id.sigap.local.stack.Stack;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads everything of a healed stack once, and judges every invariant. Calls no service and shares no code with one.
 * <pre>
 * List&lt;Finding&gt; restless = Quiet.await(stack, Duration.ofMinutes(2));
 * Verdict verdict = Checker.judge(history, stack, Expectations.strict()).and(restless);
 * </pre>
 */
public final class Checker {

    private Checker() {}

    /** @param history what all clients and the injector wrote down, from the stack's first moment */
    public static Verdict judge(History history, Stack stack, Expectations expectations) {
        return judge(history, SnapshotReader.read(stack), expectations);
    }

    /** As {@link #judge(History, Stack, Expectations)}, of what was read before. */
    public static Verdict judge(History history, Snapshot snapshot, Expectations expectations) {
        Map<Invariant, List<Finding>> findings = new EnumMap<>(Invariant.class);
        for (Invariant invariant : Invariant.values()) {
            findings.put(
                    invariant,
                    rules(invariant).stream()
                            .flatMap(rule -> rule.judge(history, snapshot, expectations).stream())
                            .toList());
        }
        return new Verdict(findings);
    }

    private static List<Rule> rules(Invariant invariant) {
        return switch (invariant) {
            case A ->
                List.of(
                        new ReportsOnce(),
                        new EvidenceOnce(),
                        new MessagesOnce(),
                        new TicketsOnce(),
                        new RequestsOnce(),
                        new AppealsOnce(),
                        new DecisionsKept());
            case B -> List.of(new NeverTwice());
            case C -> List.of(new DecidedBlocks(), new DecidedUnblocks());
            case D -> List.of(new OneBlock(), new SameOnAllChannels());
            case E -> List.of(new AnswerTimes(), new ClockTerms(), new MissedWindows());
            case F -> List.of(new OwnOnly(), new PersonalData());
            case G -> List.of(new AuditChain(), new EntryPerTransition(), new Published());
            case H -> List.of(new EvidenceBlobs());
            case I -> List.of(new NothingLeft(), new EverythingHandled(), new LettersExpected(), new RepliesHandled());
            case J -> List.of(new LegalMoves(), new LegalDeliveries());
            case K -> List.of(new NetworksObey());
            case L -> List.of(new Told());
            case M -> List.of(new VaultFollows(), new AnswersFollow(), new NumbersFollow());
            case N -> List.of(new NobodyAccused());
        };
    }
}
