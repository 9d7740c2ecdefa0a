package id.sigap.faults.agent.inside;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/** The services' own methods, for a detour that still wants them. By name, because the agent doesn't know the services' types. */
final class Originals {

    private Originals() {}

    /** Calls the method of that name with that many parameters. What it throws is thrown on as it is. */
    static Object call(Object receiver, String name, Object... arguments) {
        try {
            return method(receiver.getClass(), name, arguments.length).invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            throw Originals.<RuntimeException>asItIs(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another constant of an enum. */
    static Object sibling(Object constant, String name) {
        return Arrays.stream(((Enum<?>) constant).getDeclaringClass().getEnumConstants())
                .filter(other -> ((Enum<?>) other).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Method method(Class<?> type, String name, int parameters) {
        Method found = Stream.<Class<?>>iterate(type, t -> t != null, Class::getSuperclass)
                .flatMap(t -> Arrays.stream(t.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no " + name));
        found.setAccessible(true);
        return found;
    }

    @SuppressWarnings("unchecked") // inferred as unchecked, thrown as what it is
    private static <T extends Throwable> T asItIs(Throwable failure) throws T {
        throw (T) failure;
    }
}
