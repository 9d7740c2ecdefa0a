package id.sigap.faults.check.snapshot;

/**
 * Something a user may do on Kafka.
 *
 * @param user without "User:"; {@code *} for everybody
 * @param operation such as READ
 * @param name of the topic, or the beginning of it if prefixed
 */
public record Right(String user, String operation, String name, boolean prefixed) {

    public boolean covers(String topic) {
        return prefixed ? topic.startsWith(name) : name.equals("*") || name.equals(topic);
    }
}
