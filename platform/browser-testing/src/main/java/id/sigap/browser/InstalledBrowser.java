package id.sigap.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Chromium or Chrome, as this machine has it. */
public final class InstalledBrowser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> WINDOWLESS = List.of("chromium-headless-shell", "chrome-headless-shell");
    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private InstalledBrowser() {}

    /** What a person can do where there is none. */
    public static final String HOW_TO_GET_ONE =
            "no Chromium or Chrome found: ./sigap tools --install gets Debian's chromium; elsewhere install one, or name its program in the"
                    + " environment variable SIGAP_BROWSER";

    /** Why no browser can be used here; empty if one can. */
    public static Optional<String> unavailable() {
        return find().map(program -> Files.isExecutable(program)
                        ? Optional.<String>empty()
                        : Optional.of("SIGAP_BROWSER names " + program + ", and there is no such program"))
                .orElse(Optional.of(HOW_TO_GET_ONE));
    }

    /** Its program; empty if there is none. */
    public static Optional<Path> find() {
        return named().or(InstalledBrowser::present);
    }

    /**
     * The program to measure pages with: the one that has no windows, or else as {@link #find}. Without a graphics card, painting windows
     * nobody sees takes more of the page's own thread than the page does.
     */
    public static Optional<Path> findForMeasuring() {
        return named().or(() -> onPath(WINDOWLESS)).or(InstalledBrowser::find);
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("SIGAP_BROWSER")).map(Path::of);
    }

    private static Optional<Path> present() {
        return onPath(NAMES)
                .or(() -> APPLICATIONS.stream().filter(Files::isExecutable).findFirst());
    }

    private static Optional<Path> onPath(List<String> names) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
