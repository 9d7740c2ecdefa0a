package id.sigap.local.service;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A built service, ready to run.
 *
 * @param runner the jar that starts it
 * @param aotCache what the JVM learnt in a training run over exactly these jars
 * @param version as its build calls it
 */
public record App(Path runner, Optional<Path> aotCache, String version) {}
