package id.sigap.local.service;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The five services, in the order of the story. */
public enum Service {
    INTAKE("intake-service", "intake", "citizens"),
    VERIFICATION("verification-service", "verification", "officers"),
    TICKET("ticket-service", "ticket", "tickets"),
    NOTIFIER("operator-notifier", "notifier", "operators"),
    SLA("sla-monitor", "sla", "deadlines");

    private final String id;
    private final String database;
    private final String audience;

    Service(String id, String database, String audience) {
        this.id = id;
        this.database = database;
        this.audience = audience;
    }

    /** Its name everywhere: Maven module, Kafka user, consumer group, log. */
    public String id() {
        return id;
    }

    public String database() {
        return database;
    }

    /** Whom or what its API is for, in a word. */
    public String audience() {
        return audience;
    }

    /** One of its processes; the first has number 1. */
    public Replica replica(int number) {
        return new Replica(this, number);
    }

    /** By id, or by the id's first word: {@code ticket-service} or {@code ticket}. */
    public static Optional<Service> named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.id.equals(name) || service.database.equals(name))
                .findFirst();
    }

    public static String ids() {
        return Arrays.stream(values()).map(Service::id).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return id;
    }
}
