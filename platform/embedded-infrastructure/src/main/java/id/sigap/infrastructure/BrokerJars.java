package id.sigap.infrastructure;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The broker's class path, from the jars inside the artifact {@code kafka-broker}. */
final class BrokerJars {

    private static final String FOLDER = "id/sigap/broker/";
    /** Names the folder, so that it is found by a resource that is surely a file. */
    private static final String MARKER = FOLDER + "jars.txt";

    private static BrokerJars found;

    private final List<Path> jars;
    private final Optional<Path> archive;

    private BrokerJars(List<Path> jars, Optional<Path> archive) {
        this.jars = jars;
        this.archive = archive;
    }

    /** Jars in a jar are unpacked first, unless they have been. */
    static synchronized BrokerJars find() throws IOException {
        if (found == null || !Files.exists(found.jars.getFirst())) {
            URL marker = BrokerJars.class.getClassLoader().getResource(MARKER);
            if (marker == null) {
                throw new InfrastructureException("the artifact id.sigap:kafka-broker is not on the class path");
            }
            found = marker.openConnection() instanceof JarURLConnection inside
                    ? unpacked(pathOf(inside.getJarFileURL()))
                    : new BrokerJars(in(pathOf(marker).getParent()), Optional.empty());
        }
        return found;
    }

    /** For {@code java -cp}. */
    String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * The flags by which a broker keeps the classes it loaded as the JVM likes them when it ends in good order, for the next to start in less
     * time. The JVM itself judges whether an archive fits.
     */
    List<String> keepingClasses() {
        return archive.map(file -> List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file))
                .orElse(List.of());
    }

    /** The flags by which another program uses what a broker has kept. */
    List<String> usingClasses() {
        return archive.filter(Files::exists)
                .map(file -> List.of("-XX:SharedArchiveFile=" + file))
                .orElse(List.of());
    }

    private static Path pathOf(URL url) throws IOException {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("not a file: " + url, e);
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static BrokerJars unpacked(Path artifact) throws IOException {
        String fingerprint = OncePerMachine.fingerprint(Files.newInputStream(artifact));
        Path folder = OncePerMachine.folder("sigap-kafka", fingerprint, part -> unpack(artifact, part));
        return new BrokerJars(in(folder), Optional.of(folder.resolve("broker.jsa")));
    }

    private static void unpack(Path artifact, Path folder) throws IOException {
        try (var jar = new JarFile(artifact.toFile())) {
            var entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER)
                            && entry.getName().endsWith(".jar"))
                    .toList();
            for (var entry : entries) {
                try (var content = jar.getInputStream(entry)) {
                    Files.copy(content, folder.resolve(entry.getName().substring(FOLDER.length())));
                }
            }
        }
    }
}
