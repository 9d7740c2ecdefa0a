package id.sigap.faults.check;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a round did to the system that excuses what would otherwise be a finding, and policies that can't be read from outside.
 *
 * @param excuses what happened to the surroundings
 * @param protectedNumbers numbers, or beginnings with a star at their end, that need two officers: as verification-service was told
 * @param orphansSwept how old a blob without a row, or a half-written one, may be: the vault's orphan age and the pause between sweeps
 */
public record Expectations(Set<Excuse> excuses, List<String> protectedNumbers, Duration orphansSwept) {

    /** What happened to the surroundings. */
    public enum Excuse {
        /** Clocks of services were moved: times of different services are not compared. */
        CLOCKS_MOVED,
        /** The mail server was started anew, or another took mails for a while: a mail that was delivered need not be there. */
        MAIL_LOST,
        /** The broker lost records that it had acknowledged: an operator's answer it took may be gone. */
        BROKER_FORGOT
    }

    public Expectations {
        excuses = Set.copyOf(excuses);
        protectedNumbers = List.copyOf(protectedNumbers);
    }

    /** Nothing is excused; orphans are swept after two hours, as by default. */
    public static Expectations strict() {
        return new Expectations(Set.of(), List.of(), Duration.ofHours(2));
    }

    public Expectations excusing(Excuse... what) {
        return new Expectations(Set.of(what), protectedNumbers, orphansSwept);
    }

    /** @param patterns as {@code sigap.verification.protected-numbers} */
    public Expectations protecting(List<String> patterns) {
        return new Expectations(excuses, patterns, orphansSwept);
    }

    public Expectations sweepingOrphansAfter(Duration age) {
        return new Expectations(excuses, protectedNumbers, age);
    }

    boolean excuse(Excuse excuse) {
        return excuses.contains(excuse);
    }

    boolean isProtected(String number) {
        return protectedNumbers.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? number.startsWith(pattern.substring(0, pattern.length() - 1))
                        : number.equals(pattern));
    }
}
