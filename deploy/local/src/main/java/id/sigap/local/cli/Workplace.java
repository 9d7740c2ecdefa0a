package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.stack.PortPlan;
import id.sigap.local.stack.Stack;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The checkout a command works on and the terminal it speaks to.
 *
 * @param repository the checkout
 */
record Workplace(Path repository, Console console) {

    private static final String PORT_BASE_VARIABLE = "SIGAP_PORT_BASE";

    Workplace {
        repository = repository.toAbsolutePath().normalize();
    }

    StackFolder folder() {
        return StackFolder.at(repository.resolve(".sigap"));
    }

    /** The stack that runs here, if one does. */
    Optional<StackState> running() {
        return StackState.read(folder().state()).filter(StackState::isSupervised);
    }

    /** For who can't go on beside a stack that runs. */
    static StackFailed alreadyRuns(StackState state) {
        return new StackFailed("a stack is running here (process %d); stop it first: ./sigap down"
                .formatted(state.supervisor().pid()));
    }

    Stack describe(StackState state) {
        return Stack.of(folder(), state);
    }

    /**
     * The ports to use: what was asked for, else the environment's, else those of the last time, else the default. What was asked for is
     * remembered.
     */
    PortPlan ports(Optional<Integer> asked, int replicas) {
        try {
            Optional<Integer> wanted = asked.or(
                    () -> Optional.ofNullable(System.getenv(PORT_BASE_VARIABLE)).map(Integer::valueOf));
            PortPlan ports = new PortPlan(wanted.or(this::remembered).orElse(PortPlan.DEFAULT_BASE), replicas);
            if (wanted.isPresent()) {
                remember(ports);
            }
            return ports;
        } catch (NumberFormatException _) {
            throw new StackFailed(PORT_BASE_VARIABLE + " must be a number");
        } catch (IllegalArgumentException e) {
            throw new StackFailed(e.getMessage());
        }
    }

    private Optional<Integer> remembered() {
        try {
            return Optional.of(Integer.valueOf(Files.readString(portBase()).strip()));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void remember(PortPlan ports) {
        try {
            Files.createDirectories(folder().root());
            Files.writeString(portBase(), ports.base() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path portBase() {
        return folder().root().resolve("port-base");
    }
}
