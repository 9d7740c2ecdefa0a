package id.sigap.testing.tools;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What {@link RequiresTool} does, for who can't say it by an annotation. */
public final class Tools {

    /** Set where every tool must be there, as in CI: its absence is a failure then. */
    public static final String REQUIRED = "SIGAP_TOOLS_REQUIRED";

    private Tools() {}

    /**
     * In a test's body: goes on only where the tool is there.
     *
     * @param tool with a method {@code static Optional<String> unavailable()}
     */
    public static void require(Class<?> tool) {
        missing(tool).ifPresent(why -> {
            if (isDemanded()) {
                throw new AssertionFailedError(demanded(why));
            }
            throw new TestAbortedException("skipped: " + why);
        });
    }

    /** For an extension that is of no use without a tool. */
    public static ConditionEvaluationResult condition(boolean installable, Class<?>... tools) {
        return condition(installable && isDemanded(), Arrays.asList(tools));
    }

    static ConditionEvaluationResult condition(boolean demanded, Iterable<Class<?>> tools) {
        for (Class<?> tool : tools) {
            Optional<String> why = missing(tool);
            if (why.isPresent()) {
                if (demanded) {
                    throw new AssertionFailedError(demanded(why.get()));
                }
                return ConditionEvaluationResult.disabled("skipped: " + why.get());
            }
        }
        return ConditionEvaluationResult.enabled("every tool is there");
    }

    private static boolean isDemanded() {
        return System.getenv(REQUIRED) != null;
    }

    private static String demanded(String why) {
        return why + " (" + REQUIRED + " is set, so this is no reason to skip a test)";
    }

    private static Optional<String> missing(Class<?> tool) {
        try {
            Method method = tool.getDeclaredMethod("unavailable");
            method.setAccessible(true);
            return ((Optional<?>) method.invoke(null)).map(Object::toString);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    tool.getName()
                            + " can't tell whether it is there: it needs a static Optional<String> unavailable()",
                    e);
        }
    }
}
