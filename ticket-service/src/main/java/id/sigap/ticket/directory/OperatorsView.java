package id.sigap.ticket.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.sigap.directory.Allocation;
import id.sigap.directory.OperatorDirectory;
import id.sigap.events.OperatorCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The directory in force on a day.
 *
 * @param operators by code
 */
record OperatorsView(LocalDate day, List<OperatorView> operators) {

    /** One operator and what it answers for. */
    record OperatorView(OperatorCode code, String name, List<BrandView> brands) {}

    /**
     * One brand.
     *
     * @param prefixes the first digits after +62
     */
    record BrandView(String name, List<String> prefixes) {}

    static OperatorsView of(OperatorDirectory directory, LocalDate day) {
        Map<String, List<Allocation>> byOperator = directory.inForceOn(day).stream()
                .collect(groupingBy(allocation -> allocation.operator().value(), TreeMap::new, toList()));
        return new OperatorsView(
                day,
                byOperator.values().stream()
                        .map(allocations -> operator(directory, allocations))
                        .toList());
    }

    private static OperatorView operator(OperatorDirectory directory, List<Allocation> allocations) {
        OperatorCode code = allocations.getFirst().operator();
        Map<String, List<String>> brands = allocations.stream()
                .collect(groupingBy(Allocation::brand, TreeMap::new, mapping(Allocation::prefix, toList())));
        return new OperatorView(
                code,
                directory.operator(code).orElseThrow().name(),
                brands.entrySet().stream()
                        .map(brand -> new BrandView(brand.getKey(), brand.getValue()))
                        .toList());
    }
}
