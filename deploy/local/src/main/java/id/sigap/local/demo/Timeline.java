package id.sigap.local.demo;

import id.sigap.local.console.Console;
import id.sigap.local.demo.Scenario.Outcome;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Tells what happens as it happens, and counts what was as it should be. */
final class Timeline {

    private static final int NAME_WIDTH = 12;

    private final Console console;
    private int stories;
    private int passed;
    private int failed;

    Timeline(Console console) {
        this.console = console;
    }

    /** One numbered story. Its first failing step ends it; the next story begins all the same. */
    void story(String title, Runnable steps) {
        console.blank();
        console.heading("%2d  %s".formatted(++stories, title));
        try {
            steps.run();
        } catch (StoryEnded _) {
            console.line("    (the rest of this story was left out)");
        } catch (RuntimeException | AssertionError e) {
            failed++;
            console.bad("    ✗ " + reason(e));
        }
    }

    /** Somebody does something, and it works. @return what came of it */
    <T> T does(String who, String what, Callable<T> action) {
        long began = System.nanoTime();
        try {
            T result = action.call();
            passed++;
            String shown = result instanceof String text ? " → " + text : "";
            console.good("    ✓ " + pad(who) + what + shown + took(began));
            return result;
        } catch (Exception | AssertionError e) {
            failed++;
            console.bad("    ✗ " + pad(who) + what + took(began));
            console.line("        " + reason(e));
            throw new StoryEnded();
        }
    }

    /** As {@link #does} for what has no result worth showing. */
    void sees(String who, String what, Check check) {
        does(who, what, () -> {
            check.run();
            return null;
        });
    }

    /** Something to read between the steps. */
    void note(String text) {
        console.line("      " + pad("") + text);
    }

    Outcome outcome() {
        return new Outcome(passed, failed);
    }

    private static String pad(String who) {
        return who + " ".repeat(Math.max(1, NAME_WIDTH - who.length()));
    }

    private static String took(long began) {
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        return millis < 1_000 ? "" : "  (%.1f s)".formatted(millis / 1000.0);
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message.replace("\n", "\n        ");
    }

    /** What must be so. */
    @FunctionalInterface
    interface Check {
        void run() throws Exception;
    }

    private static final class StoryEnded extends RuntimeException {}
}
