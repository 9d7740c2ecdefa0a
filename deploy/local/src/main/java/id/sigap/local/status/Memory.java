package id.sigap.local.status;

import id.sigap.local.process.ProcessIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How much memory a process holds. */
final class Memory {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long KILOBYTE = 1024;

    private Memory() {}

    /** Resident bytes; empty if the system doesn't tell. */
    static OptionalLong resident(ProcessIdentity process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.exists(status) ? kilobytes(RESIDENT, Files.readString(status)) : fromPs(process.pid());
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    /** macOS has no /proc. */
    private static OptionalLong fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (BufferedReader output = ps.inputReader()) {
            String line = output.readLine();
            return line == null ? OptionalLong.empty() : kilobytes(Pattern.compile("(\\d+)"), line);
        }
    }

    private static OptionalLong kilobytes(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToLong(match -> Long.parseLong(match.replaceAll("\\D", "")) * KILOBYTE)
                .findFirst();
    }
}
