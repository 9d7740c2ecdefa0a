package id.sigap.local.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The checkout's own Maven, as a program to run.
 *
 * @param repository the checkout
 */
public record Maven(Path repository) {

    private static final String OPTIONS = "MAVEN_OPTS";

    public String program() {
        return repository.resolve("mvnw").toString();
    }

    /** What it needs beyond our environment: our JDK, and no optimising compiler, for which it lives too short; a person's own word wins. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));
        if (System.getenv(OPTIONS) == null) {
            environment.put(OPTIONS, "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"); // half the processor time
        }
        return environment;
    }
}
