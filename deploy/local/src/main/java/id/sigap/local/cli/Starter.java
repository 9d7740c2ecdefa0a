package id.sigap.local.cli;

import id.sigap.local.build.ServiceBuild;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.local.service.StagedApps;
import id.sigap.local.stack.Crash;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.PortPlan;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackOptions;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Builds and starts the checkout's stack in this process. */
final class Starter {

    private final Workplace workplace;
    private final Console console;
    private final PlaceOptions options;

    Starter(Workplace workplace, PlaceOptions options) {
        this.workplace = workplace;
        this.console = workplace.console();
        this.options = options;
    }

    /** Everything that can be refused or fail before a process is started: ports first, then the build. */
    void build() {
        build(options.services());
    }

    /** The same, of these services only. */
    void build(Set<Service> services) {
        Crash.cleanUp(workplace.folder(), console);
        LocalStack.requireFreePorts(ports());
        new ServiceBuild(workplace.repository(), workplace.folder().log("build"), console).bringUpToDate(services);
    }

    PortPlan ports() {
        return workplace.ports(options.portBase(), options.replicas());
    }

    /**
     * Starts the stack. From here on it is stopped when this process is asked to end.
     *
     * @param folder with the data to use
     * @param adjusted changes to what {@code up} would start
     */
    LocalStack start(StackFolder folder, UnaryOperator<StackOptions> adjusted) {
        return start(folder, options.fresh(), adjusted);
    }

    /** The same, with nothing of what was there. */
    LocalStack startAfresh(StackFolder folder, UnaryOperator<StackOptions> adjusted) {
        return start(folder, true, adjusted);
    }

    private LocalStack start(StackFolder folder, boolean fresh, UnaryOperator<StackOptions> adjusted) {
        StackOptions wanted = StackOptions.of(
                        folder, ports(), new StagedApps(workplace.repository(), folder.apps()), console)
                .only(options.services());
        LocalStack stack = LocalStack.prepare(adjusted.apply(wanted));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
        if (fresh) {
            folder.deleteData(); // nobody else uses it now
        }
        stack.launch();
        return stack;
    }

    private void stop(LocalStack stack) {
        if (!stack.isClosed()) {
            console.line("stopping …");
            stack.close();
            console.line("stopped");
        }
    }
}
