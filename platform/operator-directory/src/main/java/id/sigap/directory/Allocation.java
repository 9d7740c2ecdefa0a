package id.sigap.directory;

import id.sigap.events.OperatorCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of numbers, whose brand it is and which operator answers for it.
 *
 * @param prefix the first digits after +62, such as {@code 811}
 * @param brand the name its customers know
 * @param operator the operator of record
 * @param from first day it holds; empty: always did
 * @param until first day it no longer holds; empty: still does
 */
public record Allocation(
        String prefix, String brand, OperatorCode operator, Optional<LocalDate> from, Optional<LocalDate> until) {

    private static final Pattern PREFIX = Pattern.compile("8[0-9]{2,6}");

    /** @throws IllegalArgumentException if the prefix is not one of mobile numbers, or it ends before it begins */
    public Allocation {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("not a prefix of Indonesian mobile numbers: " + prefix);
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("the allocation of " + prefix + " ends before it begins");
        }
    }

    boolean holdsOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(day::isBefore).orElse(true);
    }

    boolean overlaps(Allocation other) {
        return prefix.equals(other.prefix)
                && from.orElse(LocalDate.MIN).isBefore(other.until.orElse(LocalDate.MAX))
                && other.from.orElse(LocalDate.MIN).isBefore(until.orElse(LocalDate.MAX));
    }
}
