package id.sigap.local.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** The terminal, or whatever stands in for it. Coloured only where a person looks on. */
public final class Console {

    private static final String GREEN = "\033[32m";
    private static final String RED = "\033[31m";
    private static final String FAINT = "\033[2m";
    private static final String BOLD = "\033[1m";
    private static final String PLAIN = "\033[0m";

    private final PrintStream out;
    private final boolean coloured;
    private final long began = System.nanoTime();

    private Console(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Standard output; coloured on a terminal, unless NO_COLOR (no-color.org) is set. */
    public static Console standard() {
        boolean person = System.console() != null && System.console().isTerminal();
        return new Console(System.out, person && System.getenv("NO_COLOR") == null);
    }

    /** Plain text to the stream. */
    public static Console to(PrintStream out) {
        return new Console(out, false);
    }

    /** Says nothing to anybody. */
    public static Console silent() {
        return to(new PrintStream(OutputStream.nullOutputStream()));
    }

    /**
     * Plain text at the end of a file, line by line as it comes.
     *
     * @throws UncheckedIOException if the file can't be written to
     */
    public static Console toFile(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return to(new PrintStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    true,
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** False once whoever read along has gone, as {@code head} does. */
    public boolean isHeard() {
        return !out.checkError();
    }

    public void blank() {
        line("");
    }

    public void heading(String text) {
        line(paint(BOLD, text));
    }

    /** Something under way, with the seconds since this console was opened. */
    public void progress(String text) {
        line(paint(FAINT, "%6.1f s".formatted(elapsed().toMillis() / 1000.0)) + "  " + text);
    }

    public void good(String text) {
        line(paint(GREEN, text));
    }

    public void bad(String text) {
        line(paint(RED, text));
    }

    /** How long this console has been open. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Rows in aligned columns; the first row is the heading. A row may be shorter than the others. */
    public void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        boolean heading = true;
        for (List<String> row : rows) {
            StringBuilder text = new StringBuilder("  ");
            for (int i = 0; i < row.size(); i++) {
                text.append(row.get(i));
                text.repeat(' ', widths[i] - row.get(i).length() + 2);
            }
            String stripped = text.toString().stripTrailing();
            line(heading ? paint(BOLD, stripped) : stripped);
            heading = false;
        }
    }

    private String paint(String code, String text) {
        return coloured ? code + text + PLAIN : text;
    }
}
