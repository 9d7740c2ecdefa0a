package id.sigap.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A service that can only say that it is ready and what time it is; configured, packaged and started like the real ones. */
public final class FakeService {

    private static final String CLASS_FILE = FakeService.class.getName().replace('.', '/') + ".class";

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        try (InputStream file = URI.create(System.getProperty("quarkus.config.locations"))
                .toURL()
                .openStream()) {
            settings.load(file);
        }
        int port = Integer.parseInt(settings.getProperty("quarkus.management.port"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/clock", exchange -> {
            byte[] now = Instant.now().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, now.length);
            exchange.getResponseBody().write(now);
            exchange.close();
        });
        server.start();
    }

    /** Packs this class into a jar that {@code java -jar} starts. */
    static Path packInto(Path jar) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, "0.0-fake");
        try (InputStream content = FakeService.class.getClassLoader().getResourceAsStream(CLASS_FILE)) {
            Files.createDirectories(jar.getParent());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                out.putNextEntry(new JarEntry(CLASS_FILE));
                content.transferTo(out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
