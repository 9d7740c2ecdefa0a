package id.sigap.systemtests;

import id.sigap.local.console.Console;
import id.sigap.local.demo.Procedure;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running system for all system tests, two replicas of every service, with the demo's policies; stopped when the last test has ended. */
final class Whole implements ParameterResolver {

    /** A service that was killed is started anew; on a busy machine that takes its time, but no more than this. */
    static final double RESTART_MILLIS = 120_000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Whole.class))
                .computeIfAbsent(LocalStack.class, _ -> start(), LocalStack.class);
    }

    private static LocalStack start() {
        Path repository = Path.of("").toAbsolutePath().getParent();
        try {
            Path folder = Files.createTempDirectory("sigap-system-tests");
            return LocalStack.start(StackOptions.forTest(repository, folder, Console.standard())
                    .replicas(2)
                    .with(new Procedure().settings()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
