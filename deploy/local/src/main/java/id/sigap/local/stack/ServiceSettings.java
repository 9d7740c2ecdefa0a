package id.sigap.local.stack;

import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** A service's configuration as a file that only its owner may read: passwords in a command line or an environment are seen by others. */
final class ServiceSettings {

    /** Above the settings inside the jar (250), below environment variables (300): a person's own word still wins. */
    private static final String ORDINAL = "275";

    private ServiceSettings() {}

    /**
     * Writes the file.
     *
     * @param overrides on top of what the stack needs
     * @return the file
     */
    static Path write(Stack stack, Replica replica, Map<String, String> overrides) {
        Properties settings = of(stack, replica);
        settings.putAll(overrides);
        Path file = stack.folder().service(replica).resolve("application.properties");
        PrivateFile.write(file, settings);
        return file;
    }

    static Properties of(Stack stack, Replica replica) {
        Service service = replica.service();
        Properties settings = new Properties();
        settings.setProperty("config_ordinal", ORDINAL);
        settings.setProperty("sigap.replica.name", replica.id());
        listening(settings, stack.ports(), replica);
        database(settings, stack, service);
        stack.kafkaClient(service.id()).forEach((key, value) -> settings.setProperty("kafka." + key, value));
        settings.setProperty("sigap.audit.signing-key", stack.secrets().auditSigningKey(service));
        settings.setProperty("quarkus.oidc.auth-server-url", stack.issuer().toString());
        switch (service) {
            case INTAKE -> vault(settings, stack);
            case NOTIFIER -> operators(settings, stack);
            case VERIFICATION -> desk(settings, stack);
            case TICKET, SLA -> {}
        }
        return settings;
    }

    private static void listening(Properties settings, PortPlan ports, Replica replica) {
        settings.setProperty("quarkus.http.host", "127.0.0.1");
        settings.setProperty("sigap.http.hosts", "localhost,127.0.0.1");
        settings.setProperty("quarkus.http.proxy.trusted-proxies", "255.255.255.255"); // there is no proxy
        settings.setProperty("quarkus.http.port", Integer.toString(ports.http(replica)));
        settings.setProperty("quarkus.management.host", "127.0.0.1");
        settings.setProperty("quarkus.management.port", Integer.toString(ports.management(replica)));
    }

    private static void database(Properties settings, Stack stack, Service service) {
        settings.setProperty("quarkus.datasource.jdbc.url", stack.jdbcUrl(service.database()));
        settings.setProperty("quarkus.datasource.username", service.database());
        settings.setProperty("quarkus.datasource.password", stack.secrets().databaseUser(service));
        settings.setProperty("quarkus.flyway.username", service.database() + "_owner");
        settings.setProperty("quarkus.flyway.password", stack.secrets().databaseOwner(service));
    }

    private static void mail(Properties settings, Stack stack) {
        settings.setProperty("quarkus.mailer.host", "localhost");
        settings.setProperty("quarkus.mailer.from", "Sigap <no-reply@sigap.example>");
        settings.setProperty(
                "quarkus.mailer.port", Integer.toString(stack.ports().smtp()));
        settings.setProperty("quarkus.mailer.mock", "false");
        settings.setProperty("quarkus.mailer.start-tls", "DISABLED");
    }

    private static void vault(Properties settings, Stack stack) {
        mail(settings, stack);
        settings.setProperty(
                "sigap.vault.evidence-directory",
                stack.folder().data().resolve("evidence").toString());
        settings.setProperty("sigap.intake.clamav.host", "none");
        settings.setProperty("sigap.vault.master-key", stack.secrets().vaultMasterKey());
        settings.setProperty("sigap.vault.hash-key", stack.secrets().vaultHashKey());
        settings.setProperty(
                "sigap.intake.notice.tracking-page", stack.api(Service.INTAKE).toString());
    }

    private static void desk(Properties settings, Stack stack) {
        settings.setProperty(
                "sigap.verification.vault.url", stack.api(Service.INTAKE).toString());
        settings.setProperty("sigap.verification.protected-numbers", "none");
        settings.setProperty(
                "quarkus.oidc.desk.token-state-manager.encryption-secret",
                stack.secrets().deskSessionKey());
    }

    private static void operators(Properties settings, Stack stack) {
        mail(settings, stack);
        settings.setProperty(
                "sigap.delivery.public-url", stack.api(Service.NOTIFIER).toString());
        KafkaRights.OPERATORS.forEach(operator -> settings.setProperty(
                "sigap.operators." + operator + ".email",
                "block-desk@" + operator.value().toLowerCase(Locale.ROOT) + ".example"));
    }
}
