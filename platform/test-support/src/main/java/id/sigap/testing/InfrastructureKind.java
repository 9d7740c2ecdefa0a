package id.sigap.testing;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where broker and database of a test run. */
public enum InfrastructureKind {
    /** As child processes of the test. */
    EMBEDDED,
    /** In containers of the local Docker engine. */
    CONTAINERS;

    /** Environment variable or system property that forces one: {@code embedded} or {@code containers}. */
    public static final String FORCED_BY = "SIGAP_INFRA";

    /**
     * The choice. Questions are asked only where the answer matters, because asking a registry for images takes its time.
     *
     * @param forced what {@value #FORCED_BY} says
     * @param dockerAnswers whether a Docker engine answers
     * @param imagesAvailable whether the images are there or can be pulled
     * @throws IllegalStateException if containers are forced and can't be had; the message says what to do
     */
    static InfrastructureKind choose(
            Optional<String> forced, BooleanSupplier dockerAnswers, BooleanSupplier imagesAvailable) {
        return switch (forced.map(String::strip).orElse("")) {
            case "embedded" -> EMBEDDED;
            case "containers" -> forcedContainers(dockerAnswers, imagesAvailable);
            case "" -> dockerAnswers.getAsBoolean() && imagesAvailable.getAsBoolean() ? CONTAINERS : EMBEDDED;
            default ->
                throw new IllegalStateException(
                        FORCED_BY + " is '" + forced.get() + "'. Set it to embedded or containers, or leave it out.");
        };
    }

    private static InfrastructureKind forcedContainers(BooleanSupplier dockerAnswers, BooleanSupplier imagesAvailable) {
        if (!dockerAnswers.getAsBoolean()) {
            throw new IllegalStateException(FORCED_BY
                    + "=containers, but no Docker engine answers. Start Docker (or set DOCKER_HOST), or set "
                    + FORCED_BY
                    + "=embedded, which needs none.");
        }
        if (!imagesAvailable.getAsBoolean()) {
            throw new IllegalStateException(FORCED_BY
                    + "=containers, but the images are neither here nor can they be pulled: " + Images.configured()
                    + ". Name your own by the system properties " + Images.KAFKA_PROPERTY + " and "
                    + Images.POSTGRES_PROPERTY
                    + ", or set " + FORCED_BY + "=embedded.");
        }
        return CONTAINERS;
    }

    /** The choice for this machine. */
    static InfrastructureKind ofThisMachine() {
        var forced = Optional.ofNullable(System.getProperty(FORCED_BY))
                .or(() -> Optional.ofNullable(System.getenv(FORCED_BY)));
        var docker = DockerEngine.local();
        return choose(forced, docker::answers, () -> Images.configured().all().stream()
                .allMatch(docker::canHave));
    }
}
