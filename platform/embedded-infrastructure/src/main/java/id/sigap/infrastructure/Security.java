package id.sigap.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who gets into the broker, and how. */
public sealed interface Security {

    /** Everybody on this machine may do everything: for tests of what isn't about access. */
    static Security none() {
        return new None();
    }

    /**
     * SASL/PLAIN over the loopback address; who isn't granted something is refused it.
     *
     * @param admin may do everything
     * @param users may log in; {@link KafkaBroker#allowRead} and {@link KafkaBroker#allowWrite} give them rights. The list is fixed while
     *     the broker runs
     */
    static Security sasl(KafkaUser admin, List<KafkaUser> users) {
        return new Sasl(admin, List.copyOf(users));
    }

    /** What a client needs to log in as the given user. */
    Map<String, String> clientProperties(KafkaUser user);

    /** What the administrator's client needs. */
    Map<String, String> adminProperties();

    /** The broker's side. */
    Map<String, String> brokerProperties();

    record None() implements Security {
        @Override
        public Map<String, String> clientProperties(KafkaUser user) {
            return Map.of();
        }

        @Override
        public Map<String, String> adminProperties() {
            return Map.of();
        }

        @Override
        public Map<String, String> brokerProperties() {
            return Map.of("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        }
    }

    record Sasl(KafkaUser admin, List<KafkaUser> users) implements Security {

        private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";

        @Override
        public Map<String, String> clientProperties(KafkaUser user) {
            return Map.of(
                    "security.protocol", "SASL_PLAINTEXT",
                    "sasl.mechanism", "PLAIN",
                    "sasl.jaas.config", MODULE + login(user) + ";");
        }

        @Override
        public Map<String, String> adminProperties() {
            return clientProperties(admin);
        }

        @Override
        public Map<String, String> brokerProperties() {
            // the controller's listener asks for the same login: on plaintext every local program would be an
            // administrator there
            return Map.of(
                    "listener.security.protocol.map", "BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                    "sasl.enabled.mechanisms", "PLAIN",
                    "sasl.mechanism.inter.broker.protocol", "PLAIN",
                    "sasl.mechanism.controller.protocol", "PLAIN",
                    "listener.name.broker.plain.sasl.jaas.config", accounts(users),
                    "listener.name.controller.plain.sasl.jaas.config", accounts(List.of()),
                    "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                    "allow.everyone.if.no.acl.found", "false",
                    "super.users", "User:" + admin.name());
        }

        private String accounts(List<KafkaUser> others) {
            var all = new ArrayList<>(others);
            all.add(admin);
            var line = new StringBuilder(MODULE).append(login(admin));
            all.forEach(user -> line.append(" user_%s=\"%s\"".formatted(user.name(), user.password())));
            return line.append(';').toString();
        }

        private static String login(KafkaUser user) {
            return " username=\"%s\" password=\"%s\"".formatted(user.name(), user.password());
        }
    }
}
