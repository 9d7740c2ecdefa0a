package id.sigap.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that tests need and that Debian has: installed where that may be done without asking, by root or a sudo that asks for no password. */
public final class DebianPackage {

    private static final long INSTALLING_MINUTES = 10;

    private DebianPackage() {}

    /** @return false if it can't be had here */
    public static boolean install(String name) {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return false;
        }
        List<String> asWhom = "root".equals(System.getProperty("user.name")) ? List.of() : List.of("sudo", "-n");
        return run(asWhom, "apt-get", "update", "-qq")
                && run(asWhom, "apt-get", "install", "-y", "-qq", "--no-install-recommends", name);
    }

    private static boolean run(List<String> asWhom, String... command) {
        try {
            Process process = new ProcessBuilder(Stream.concat(asWhom.stream(), Arrays.stream(command))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(INSTALLING_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
