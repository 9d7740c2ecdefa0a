package id.sigap.infrastructure;

/** Who may log in to the broker. */
public record KafkaUser(String name, String password) {

    public KafkaUser {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("not a Kafka user name: " + name);
        }
        if (!password.matches("[A-Za-z0-9._~+/=-]+")) {
            throw new IllegalArgumentException(
                    "the password of " + name + " has characters that a JAAS line doesn't carry");
        }
    }

    /** Passwords stay out of logs. */
    @Override
    public String toString() {
        return "KafkaUser[" + name + "]";
    }
}
