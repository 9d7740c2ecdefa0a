package id.sigap.faults.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The services as Maven has just built them. */
public final class BuiltService {

    static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    private BuiltService() {}

    /** The jar that starts it; its manifest names all others, in the order in which the service searches them. */
    public static Path runner(String service) {
        Path runner = REPOSITORY.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        assertThat(runner)
                .as("build the services first: ./mvnw -DskipTests package")
                .exists();
        return runner;
    }
}
