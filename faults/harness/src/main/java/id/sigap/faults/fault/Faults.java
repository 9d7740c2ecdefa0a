package id.sigap.faults.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every fault there is. */
public final class Faults {

    private static final List<Fault> ALL = Stream.of(
                    ProcessFaults.all(),
                    FailPointFaults.all(),
                    BrokerFaults.all(),
                    DatabaseFaults.all(),
                    NetworkFaults.all(),
                    DiskFaults.all(),
                    ClockFaults.all(),
                    MailFaults.all(),
                    RecordFaults.all())
            .flatMap(List::stream)
            .toList();

    private Faults() {}

    public static List<Fault> all() {
        return ALL;
    }

    /** By the name that {@code --list} shows; a death at a worst moment also with its victim: {@code dies-relay-after-ack@ticket-service}. */
    public static Optional<Fault> named(String name) {
        return ALL.stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .or(() -> FailPointFaults.at(name));
    }
}
