package id.sigap.local.process;

import java.nio.file.Path;
import java.util.Map;

/**
 * The checkout's own Maven, as a program to run.
 *
 * @param repository the checkout
 */
public record Maven(Path repository) {

    public String program() {
        return repository.resolve("mvnw").toString();
    }

    /** What it needs beyond our environment: our JDK. */
    public Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }
}
