package id.sigap.faults.agent.inside;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One call in a service's code, and what is called before it, after it or in its place.
 *
 * @param place where
 * @param side on which side of the call
 * @param what a static method of ours; one that stands in a call's place takes the receiver and the arguments, and gives what the call would,
 *     with Object for every type that isn't the JDK's
 */
record Cut(Place place, Side side, Method what) {

    enum Side {
        BEFORE,
        AFTER,
        INSTEAD
    }

    static Cut before(Place place, Class<?> owner, String what) {
        return new Cut(place, Side.BEFORE, method(owner, what));
    }

    static Cut after(Place place, Class<?> owner, String what) {
        return new Cut(place, Side.AFTER, method(owner, what));
    }

    static Cut instead(Place place, Class<?> owner, String what) {
        return new Cut(place, Side.INSTEAD, method(owner, what));
    }

    private static Method method(Class<?> owner, String name) {
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(owner.getSimpleName() + " has no " + name));
    }

    /** Writes our call. */
    void write(CodeBuilder code, InvokeInstruction call) {
        ClassDesc owner = what.getDeclaringClass().describeConstable().orElseThrow();
        if (side != Side.INSTEAD) {
            code.invokestatic(owner, what.getName(), MethodTypeDesc.ofDescriptor("()V"));
            return;
        }
        MethodTypeDesc original = call.typeSymbol();
        code.invokestatic(owner, what.getName(), onTheStack(call, original));
        if (isForeign(original.returnType())) {
            code.checkcast(original.returnType());
        }
    }

    private static MethodTypeDesc onTheStack(InvokeInstruction call, MethodTypeDesc original) {
        Stream<ClassDesc> receiver =
                switch (call.opcode()) {
                    case INVOKESTATIC -> Stream.empty();
                    default -> Stream.of(call.owner().asSymbol());
                };
        List<ClassDesc> parameters = Stream.concat(receiver, original.parameterList().stream())
                .map(Cut::erased)
                .toList();
        return MethodTypeDesc.of(erased(original.returnType()), parameters);
    }

    private static ClassDesc erased(ClassDesc type) {
        return isForeign(type) ? ConstantDescs.CD_Object : type;
    }

    private static boolean isForeign(ClassDesc type) {
        return type.isArray()
                ? isForeign(type.componentType())
                : type.isClassOrInterface() && !type.packageName().startsWith("java.");
    }

    @Override
    public String toString() {
        return "%s %s at %s".formatted(what.getName(), side.name().toLowerCase(Locale.ROOT), place);
    }
}
