package id.sigap.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The operators, and which of them answers for a number on a given day. Validity is not allocation: a well-formed mobile number in a range
 * that was given to nobody has no operator here.
 */
public final class OperatorDirectory {

    private static final String COUNTRY_CODE = "+62";

    private final Map<OperatorCode, Operator> operators;
    private final Map<String, List<Allocation>> allocations;
    private final int longestPrefix;

    /** @throws IllegalArgumentException if an operator has no name here, or two allocations of one prefix hold on the same day */
    public OperatorDirectory(Collection<Operator> operators, List<Allocation> allocations) {
        this.operators = operators.stream().collect(toUnmodifiableMap(Operator::code, Function.identity()));
        this.allocations = allocations.stream().collect(groupingBy(Allocation::prefix));
        this.longestPrefix =
                allocations.stream().mapToInt(a -> a.prefix().length()).max().orElse(0);
        this.allocations.values().forEach(this::refuseContradictions);
    }

    /** Whose range the number is in on that day: the longest prefix wins. Empty if it was allocated to nobody. */
    public Optional<Allocation> allocationOf(Msisdn number, LocalDate day) {
        String digits = number.value().substring(COUNTRY_CODE.length());
        return IntStream.iterate(Math.min(longestPrefix, digits.length()), length -> length > 0, length -> length - 1)
                .mapToObj(length -> allocations.getOrDefault(digits.substring(0, length), List.of()))
                .flatMap(List::stream)
                .filter(allocation -> allocation.holdsOn(day))
                .findFirst();
    }

    /** The operator the directory suggests for the number on that day. */
    public Optional<OperatorCode> operatorOf(Msisdn number, LocalDate day) {
        return allocationOf(number, day).map(Allocation::operator);
    }

    /** True if that operator answers for some range on that day, and so can be asked. */
    public boolean canBeAsked(OperatorCode operator, LocalDate day) {
        return inForceOn(day).stream()
                .anyMatch(allocation -> allocation.operator().equals(operator));
    }

    public Optional<Operator> operator(OperatorCode code) {
        return Optional.ofNullable(operators.get(code));
    }

    /** By a code as a setting has it: an environment variable can't say TELKOMSEL, it arrives as telkomsel. */
    public Optional<Operator> named(String code) {
        return operators.values().stream()
                .filter(operator -> operator.code().value().equalsIgnoreCase(code))
                .findFirst();
    }

    /** What holds on that day, in the order of prefixes. */
    public List<Allocation> inForceOn(LocalDate day) {
        return allocations.values().stream()
                .flatMap(List::stream)
                .filter(allocation -> allocation.holdsOn(day))
                .sorted(Comparator.comparing(Allocation::prefix))
                .toList();
    }

    private void refuseContradictions(List<Allocation> ofOnePrefix) {
        for (Allocation one : ofOnePrefix) {
            if (!operators.containsKey(one.operator())) {
                throw new IllegalArgumentException(one.prefix() + ": unknown operator " + one.operator());
            }
            if (ofOnePrefix.stream().anyMatch(other -> other != one && other.overlaps(one))) {
                throw new IllegalArgumentException(one.prefix() + " has two operators on the same day");
            }
        }
    }
}
