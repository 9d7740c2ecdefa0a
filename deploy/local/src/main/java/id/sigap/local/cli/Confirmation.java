package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine.Option;

/** A question before something that can't be taken back, or is more than one thing. */
final class Confirmation {

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask.")
    private boolean yes;

    /** @throws StackFailed if the answer isn't yes, or there is nobody to ask */
    void ask(Console console, String question) {
        if (yes) {
            return;
        }
        if (System.console() == null || !System.console().isTerminal()) {
            throw new StackFailed(question + " Nobody is there to ask: add --yes if this is meant");
        }
        console.line(question + " [y/N]");
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in)).readLine();
            if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
                throw new StackFailed("nothing was done");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
