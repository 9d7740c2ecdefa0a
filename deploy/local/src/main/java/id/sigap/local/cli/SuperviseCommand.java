package id.sigap.local.cli;

import id.sigap.local.console.Console;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The other half of {@code up --detach}: the process in the background. */
@Command(name = SuperviseCommand.NAME, hidden = true, description = "Run the stack in the background, for up --detach.")
final class SuperviseCommand implements Callable<Integer> {

    static final String NAME = "supervise";

    private final Workplace workplace;

    @Mixin
    private StartOptions options;

    SuperviseCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        Console console = workplace.console();
        new Starter(workplace, options).start(workplace.folder(), UnaryOperator.identity());
        console.progress("ready");
        new CountDownLatch(1).await(); // until the process is asked to end
        return 0;
    }
}
