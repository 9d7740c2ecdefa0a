package id.sigap.local.demo;

import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.util.Map;

/**
 * A story played through a running stack's public interfaces. {@code sigap demo} plays the one that is named in
 * {@code META-INF/services/id.sigap.local.demo.Scenario}.
 */
public interface Scenario {

    /** What a service's configuration must say for the story, such as a window of seconds in place of hours. */
    default Map<Service, Map<String, String>> settings() {
        return Map.of();
    }

    /**
     * Plays it, telling what happens as it happens. A step that fails is counted, not thrown.
     *
     * @param stack where everything is and how to get in
     * @param console where the timeline goes
     */
    Outcome play(Stack stack, Console console);

    /** How many steps showed what they should, and how many did not. */
    record Outcome(int passed, int failed) {}
}
