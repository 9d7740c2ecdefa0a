package id.sigap.local.service;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One of the equal processes of a service: same database, same consumer group, same evidence; ports, working folder and log of its own.
 *
 * @param number counts from 1; the first has the service's own name
 */
public record Replica(Service service, int number) {

    /** As many as the port plan has room for. */
    public static final int MOST = 2;

    /** @throws IllegalArgumentException if the number isn't between 1 and {@value #MOST} */
    public Replica {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a service runs 1 to " + MOST + " times; there is no number " + number);
        }
    }

    /** The first so many replicas of a service. */
    public static List<Replica> of(Service service, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(service::replica).toList();
    }

    /** By its name, or by its service's short one: {@code ticket-service-2} or {@code ticket-2}. */
    public static Optional<Replica> named(String name) {
        return Arrays.stream(Service.values())
                .flatMap(service -> of(service, MOST).stream())
                .filter(replica -> replica.nameAfter(replica.service.id()).equals(name)
                        || replica.nameAfter(replica.service.database()).equals(name))
                .findFirst();
    }

    public boolean isFirst() {
        return number == 1;
    }

    /** Its name as a process: {@code ticket-service}, {@code ticket-service-2}. */
    public String id() {
        return nameAfter(service.id());
    }

    private String nameAfter(String name) {
        return isFirst() ? name : name + "-" + number;
    }

    @Override
    public String toString() {
        return id();
    }
}
