package id.sigap.verification.casework;

import id.sigap.service.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** @throws Refusal 400 naming the states there are */
    public static CaseState named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.field("state", "wrong-value", Arrays.toString(values())));
    }

    /** The states that are so, as SQL names them: {@code ('WAITING', 'CLAIMED')}. */
    public static String in(Predicate<CaseState> which) {
        return Arrays.stream(values())
                .filter(which)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Whether something is still to be decided about it. */
    public boolean isOpen() {
        return isQueued() || this == MERGED;
    }

    /** Whether it stands in the officers' queue: a merged case is open, but what is decided is the other. */
    public boolean isQueued() {
        return this == WAITING || isInHand() || this == AWAITING_SECOND_APPROVAL;
    }

    /** Whether officers brought it to its end, and not its reporter. */
    public boolean isDecided() {
        return this == VERIFIED || this == REJECTED || this == ANSWERED;
    }

    /** An officer has it and can do with it what officers do. */
    private boolean isInHand() {
        return this == CLAIMED || this == AWAITING_EVIDENCE;
    }

    /** @return the state after the move; empty if the procedure doesn't allow the move from here */
    public Optional<CaseState> after(CaseMove move) {
        return Optional.ofNullable(
                switch (move) {
                    case CLAIM, ASSIGN -> this == WAITING || isInHand() ? CLAIMED : null;
                    case RELEASE -> isInHand() ? WAITING : null;
                    case REQUEST_EVIDENCE -> isInHand() ? AWAITING_EVIDENCE : null;
                    case RECEIVE_EVIDENCE -> this == AWAITING_EVIDENCE ? CLAIMED : isOpen() ? this : null;
                    case VERIFY -> this == CLAIMED ? VERIFIED : null;
                    case ASK_SECOND_APPROVAL -> this == CLAIMED ? AWAITING_SECOND_APPROVAL : null;
                    case APPROVE -> this == AWAITING_SECOND_APPROVAL ? VERIFIED : null;
                    case DISAPPROVE -> this == AWAITING_SECOND_APPROVAL ? CLAIMED : null;
                    // also while evidence is awaited: a reporter who never answers must not keep a case open for ever
                    case REJECT -> isInHand() ? REJECTED : null;
                    case ANSWER -> isInHand() ? ANSWERED : null;
                    case MERGE -> this == WAITING || isInHand() ? MERGED : null;
                    case UNMERGE -> this == MERGED ? WAITING : null;
                    case VERIFY_WITH -> this == MERGED ? VERIFIED : null;
                    case WITHDRAW -> isOpen() ? WITHDRAWN : null;
                    case TAKE_OTHERS -> isInHand() ? this : null;
                    case READ -> isOpen() ? null : this;
                });
    }
}
