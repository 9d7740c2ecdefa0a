package id.sigap.verification.casework;

import static java.util.Map.entry;

import id.sigap.service.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where a case stands. The diagram is {@link Case}'s. */
public enum CaseState {
    /** Nobody has it. */
    WAITING,
    /** An officer works on it. */
    CLAIMED,
    /** The officer asked the reporter for evidence. */
    AWAITING_EVIDENCE,
    /** An officer found fraud by a protected number; another must agree. */
    AWAITING_SECOND_APPROVAL,
    /** It is decided together with another case of the same number. */
    MERGED,
    /** Fraud is proven and the number is to be blocked. */
    VERIFIED,
    /** The report leads to no block. */
    REJECTED,
    /** The reporter was answered or referred; no operator is asked for anything. */
    ANSWERED,
    /** The reporter took the report back. */
    WITHDRAWN;

    private static final Map<CaseState, Map<CaseMove, CaseState>> LEGAL = Map.of(
            WAITING,
            Map.of(
                    CaseMove.CLAIM, CLAIMED,
                    CaseMove.ASSIGN, CLAIMED,
                    CaseMove.RECEIVE_EVIDENCE, WAITING,
                    CaseMove.MERGE, MERGED,
                    CaseMove.WITHDRAW, WITHDRAWN),
            CLAIMED,
            Map.ofEntries(
                    entry(CaseMove.CLAIM, CLAIMED),
                    entry(CaseMove.ASSIGN, CLAIMED),
                    entry(CaseMove.RELEASE, WAITING),
                    entry(CaseMove.REQUEST_EVIDENCE, AWAITING_EVIDENCE),
                    entry(CaseMove.RECEIVE_EVIDENCE, CLAIMED),
                    entry(CaseMove.VERIFY, VERIFIED),
                    entry(CaseMove.ASK_SECOND_APPROVAL, AWAITING_SECOND_APPROVAL),
                    entry(CaseMove.REJECT, REJECTED),
                    entry(CaseMove.ANSWER, ANSWERED),
                    entry(CaseMove.MERGE, MERGED),
                    entry(CaseMove.WITHDRAW, WITHDRAWN)),
            AWAITING_EVIDENCE,
            Map.of(
                    CaseMove.CLAIM, CLAIMED,
                    CaseMove.ASSIGN, CLAIMED,
                    CaseMove.RELEASE, WAITING,
                    CaseMove.REQUEST_EVIDENCE, AWAITING_EVIDENCE,
                    CaseMove.RECEIVE_EVIDENCE, CLAIMED,
                    // a reporter who never answers must not keep a case open for ever: NO_ANSWER
                    CaseMove.REJECT, REJECTED,
                    CaseMove.ANSWER, ANSWERED,
                    CaseMove.MERGE, MERGED,
                    CaseMove.WITHDRAW, WITHDRAWN),
            AWAITING_SECOND_APPROVAL,
            Map.of(
                    CaseMove.APPROVE, VERIFIED,
                    CaseMove.DISAPPROVE, CLAIMED,
                    CaseMove.RECEIVE_EVIDENCE, AWAITING_SECOND_APPROVAL,
                    CaseMove.WITHDRAW, WITHDRAWN),
            MERGED,
            Map.of(
                    CaseMove.UNMERGE, WAITING,
                    CaseMove.VERIFY_WITH, VERIFIED,
                    CaseMove.RECEIVE_EVIDENCE, MERGED,
                    CaseMove.WITHDRAW, WITHDRAWN));

    /** @throws Refusal 400 naming the states there are */
    public static CaseState named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.field("state", "wrong-value", Arrays.toString(values())));
    }

    /** @return the state after the move; empty if the procedure doesn't allow the move from here */
    public Optional<CaseState> after(CaseMove move) {
        return Optional.ofNullable(LEGAL.getOrDefault(this, Map.of()).get(move));
    }

    /** Whether somebody still has something to decide. */
    public boolean isOpen() {
        return LEGAL.containsKey(this);
    }
}
