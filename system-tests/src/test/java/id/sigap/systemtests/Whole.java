package id.sigap.systemtests;

import id.sigap.faults.trial.SystemUnderTest;
import id.sigap.local.stack.LocalStack;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests the one running system: the shared one that can be broken or, below {@link TwoReplicas}, one of two replicas of everything. */
final class Whole implements ParameterResolver {

    /** A service that was killed is started anew; on a busy machine that takes its time, but no more than this. */
    static final double RESTART_MILLIS = 120_000;

    private static final Map<Class<?>, Function<Wholes, Object>> SINGLE = Map.of(
            LocalStack.class,
            wholes -> wholes.single().stack(),
            SystemUnderTest.class,
            Wholes::single,
            ShortRound.class,
            Wholes::shortRound,
            Wholes.class,
            wholes -> wholes);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SINGLE.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Wholes wholes = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Whole.class))
                .computeIfAbsent(Wholes.class, _ -> new Wholes(), Wholes.class);
        return wantsTwoReplicas(context) && type == LocalStack.class
                ? wholes.twofold()
                : SINGLE.get(type).apply(wholes);
    }

    private static boolean wantsTwoReplicas(ExtensionContext context) {
        boolean here = context.getTestClass()
                .filter(type -> AnnotationSupport.isAnnotated(type, TwoReplicas.class))
                .isPresent();
        Optional<ExtensionContext> around = context.getParent();
        return here || around.isPresent() && wantsTwoReplicas(around.get());
    }
}
