package id.sigap.local.cli;

import id.sigap.local.repair.RepairSite;
import id.sigap.local.service.Service;
import id.sigap.repair.DeadLetter;
import id.sigap.repair.DeadLetterShelf;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many dead letters a choice means, before anything is done to them. */
final class LetterCounts {

    private LetterCounts() {}

    /** Of each service that has any; those that are to be tried again already don't count. */
    static Map<Service, Long> dead(LetterChoice choice, RepairSite site) throws SQLException {
        Map<Service, Long> counts = new EnumMap<>(Service.class);
        for (Service service : choice.services(site)) {
            try (Connection connection = site.connect(service)) {
                new DeadLetterShelf(connection)
                        .counts(choice.selection()).stream()
                                .filter(count -> count.state() == DeadLetter.State.DEAD)
                                .forEach(count -> counts.merge(service, count.count(), Long::sum));
            }
        }
        return counts;
    }

    static String told(Map<Service, Long> counts) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return Count.of(total, "dead letter") + " ("
                + counts.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
