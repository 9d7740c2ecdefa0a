package id.sigap.faults.agent.inside;

import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;

/**
 * A place in a service's code: the first call of {@code calledMethod} in {@code method}.
 *
 * @param type the class, by its full name
 * @param method its method; {@value #ANY} for whichever comes first, lambdas included, for their names are the compiler's
 * @param called the simple name of the class the call names, and the method: {@code Outbox.published}
 */
record Place(String type, String method, String called) {

    static final String ANY = "*";

    boolean isIn(MethodModel candidate) {
        return method.equals(ANY) || candidate.methodName().equalsString(method);
    }

    boolean is(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String simple = owner.substring(owner.lastIndexOf('/') + 1);
        return called.equals(simple + "." + call.name().stringValue());
    }

    String internalName() {
        return type.replace('.', '/');
    }

    @Override
    public String toString() {
        return "%s.%s → %s".formatted(type, method, called);
    }
}
