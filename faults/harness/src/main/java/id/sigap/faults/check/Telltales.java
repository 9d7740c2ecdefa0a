package id.sigap.faults.check;

import id.sigap.faults.agent.Sabotage;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a judge must see of a system that lacks a guard. */
public final class Telltales {

    private Telltales() {}

    /** At least one of these is broken. */
    public static Set<Invariant> of(Sabotage sabotage) {
        return switch (sabotage) {
            case INBOX_OFF -> EnumSet.of(Invariant.A, Invariant.D, Invariant.G, Invariant.I, Invariant.J);
            case OFFSET_EARLY, POINTER_EARLY -> EnumSet.of(Invariant.A, Invariant.G, Invariant.I);
            case BREACH_WITHOUT_GUARD -> EnumSet.of(Invariant.E);
            case NO_OPERATOR_CHECK -> EnumSet.of(Invariant.F);
            case LATE_BLOCK_FORGOTTEN -> EnumSet.of(Invariant.K);
            case DECISION_UNTOLD -> EnumSet.of(Invariant.L);
            case DECLINE_UNHEARD -> EnumSet.of(Invariant.M);
            case WITHDRAWAL_UNHEARD -> EnumSet.of(Invariant.N);
        };
    }

    /** Whether it shows while everybody is busy: work in progress never looks like a stranger's answer, but it does look like a lost event. */
    public static boolean showAtWork(Sabotage sabotage) {
        return sabotage == Sabotage.NO_OPERATOR_CHECK;
    }

    public static Set<Finding> in(Verdict verdict, Sabotage sabotage) {
        Set<Finding> telling = new LinkedHashSet<>();
        of(sabotage).forEach(invariant -> telling.addAll(verdict.findings().get(invariant)));
        return telling;
    }
}
