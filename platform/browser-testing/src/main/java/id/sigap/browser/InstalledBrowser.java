package id.sigap.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium or Chrome, as this machine has it; Debian's package is installed where that may be done without asking. */
public final class InstalledBrowser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private InstalledBrowser() {}

    /** What a person can do where there is none and it can't be installed. */
    public static final String HOW_TO_GET_ONE =
            "no Chromium or Chrome found, and it can't be installed here without asking: install one (Debian: sudo apt-get install chromium),"
                    + " or name it in the environment variable SIGAP_BROWSER";

    /** Its program; empty if there is none and none can be had. */
    public static Optional<Path> find() {
        return named().or(InstalledBrowser::present)
                .or(() -> DebianPackage.install("chromium") ? present() : Optional.empty());
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("SIGAP_BROWSER")).map(Path::of);
    }

    private static Optional<Path> present() {
        Stream<Path> onPath = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, APPLICATIONS.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }
}
