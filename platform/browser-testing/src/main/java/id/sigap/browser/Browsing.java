package id.sigap.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import id.sigap.testing.tools.Tools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Gives a test a {@link Visitor} for the asking: {@code @ExtendWith(Browsing.class)}, one browser for all tests of a run. Without a browser the
 * tests are skipped, with the way to get one; where {@link Tools#REQUIRED tools are required}, as in CI, they fail. A test that fails leaves
 * pictures of what its visitors saw, and says where.
 */
public final class Browsing implements ExecutionCondition, ParameterResolver, TestExecutionExceptionHandler {

    /** Until a page looks as a test wants it; a busy machine of two cores needs its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Namespace STORE = Namespace.create(Browsing.class);

    /** One for the run; closed with it. */
    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {

        static Started now() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            // without windows where that can be had: each would cost a process more, and its painting
            Path program = InstalledBrowser.findForMeasuring().orElseThrow();
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            // a container's root has no sandbox to put it in
                            .setArgs(List.of("--no-sandbox", "--disable-gpu")));
            return new Started(playwright, browser);
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        return Tools.condition(true, InstalledBrowser.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Started started =
                test.getRoot().getStore(STORE).computeIfAbsent(Started.class, _ -> Started.now(), Started.class);
        Visitor visitor = new Visitor(started.browser());
        // closed when the test ends
        test.getStore(STORE).put(parameter.getIndex(), visitor);
        return visitor;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        if (failure instanceof TestAbortedException) {
            throw failure;
        }
        List<Path> pictures = IntStream.range(0, test.getRequiredTestMethod().getParameterCount())
                .mapToObj(index -> test.getStore(STORE).get(index, Visitor.class))
                .filter(Objects::nonNull)
                .flatMap(visitor -> visitor.picturesOfFailure(nameOf(test)).stream())
                .toList();
        throw pictures.isEmpty() ? failure : PicturedFailure.of(failure, pictures);
    }

    /** {@code QueuePageTest.aPage_isLight-2}: a test that runs for several languages has a picture of each. */
    private static String nameOf(ExtensionContext test) {
        String invocation = test.getUniqueId().replaceFirst(".*\\[test-template-invocation:#(\\d+)]$", "-$1");
        return test.getRequiredTestClass().getSimpleName()
                + "."
                + test.getRequiredTestMethod().getName()
                + (invocation.startsWith("-") ? invocation : "");
    }
}
