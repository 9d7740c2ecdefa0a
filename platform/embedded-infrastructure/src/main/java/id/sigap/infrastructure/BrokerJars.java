package id.sigap.infrastructure;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The broker's class path, from the jars inside the artifact {@code kafka-broker}. */
final class BrokerJars {

    private static final String FOLDER = "id/sigap/broker/";
    /** Names the folder, so that it is found by a resource that is surely a file. */
    private static final String MARKER = FOLDER + "jars.txt";

    private BrokerJars() {}

    /**
     * The class path for {@code java -cp}; jars in a jar are unpacked first, unless they have been.
     *
     * @param folder where to unpack
     */
    static String classPath(Path folder) throws IOException {
        URL marker = BrokerJars.class.getClassLoader().getResource(MARKER);
        if (marker == null) {
            throw new InfrastructureException("the artifact id.sigap:kafka-broker is not on the class path");
        }
        var jars = marker.openConnection() instanceof JarURLConnection inside
                ? unpacked(archive(inside), folder)
                : beside(marker);
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path archive(JarURLConnection inside) throws IOException {
        return pathOf(inside.getJarFileURL());
    }

    private static Path pathOf(URL url) throws IOException {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("not a file: " + url, e);
        }
    }

    private static List<Path> beside(URL marker) throws IOException {
        try (var files = Files.list(pathOf(marker).getParent())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> unpacked(Path archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        var jars = new ArrayList<Path>();
        try (var jar = new JarFile(archive.toFile())) {
            var entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER)
                            && entry.getName().endsWith(".jar"))
                    .toList();
            for (var entry : entries) {
                var target = folder.resolve(entry.getName().substring(FOLDER.length()));
                // versions are in the names; a half-written file has another size
                if (!Files.exists(target) || Files.size(target) != entry.getSize()) {
                    var part = Files.createTempFile(folder, "unpacking", ".part");
                    try (var content = jar.getInputStream(entry)) {
                        Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
                    }
                    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
                jars.add(target);
            }
        }
        return jars;
    }
}
