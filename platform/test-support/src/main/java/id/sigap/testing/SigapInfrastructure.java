package id.sigap.testing;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a Quarkus test where the {@link SharedInfrastructure} is. Used by {@link WithSigapInfrastructure}, or as a test resource with the
 * argument {@code database}.
 */
public final class SigapInfrastructure
        implements QuarkusTestResourceConfigurableLifecycleManager<WithSigapInfrastructure> {

    private String database;

    @Override
    public void init(WithSigapInfrastructure annotation) {
        database = annotation.database();
    }

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
    }

    @Override
    public Map<String, String> start() {
        if (database == null) {
            throw new IllegalStateException(
                    "name the service's database: @WithSigapInfrastructure(database = \"ticket\")");
        }
        var properties = new HashMap<>(SharedInfrastructure.database(database).quarkusProperties());
        properties.put("kafka.bootstrap.servers", SharedInfrastructure.bootstrapServers());
        properties.put("quarkus.oidc.auth-server-url", SharedInfrastructure.issuerUrl());
        properties.put("quarkus.mailer.host", "localhost");
        properties.put("quarkus.mailer.port", Integer.toString(SharedInfrastructure.smtpPort()));
        properties.put("quarkus.mailer.mock", "false");
        return properties;
    }

    /** Nothing: other test classes of this JVM go on using it. */
    @Override
    public void stop() {}
}
