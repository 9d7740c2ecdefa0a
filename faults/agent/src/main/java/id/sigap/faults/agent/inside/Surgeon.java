package id.sigap.faults.agent.inside;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.List;

/** Makes cuts in one class. */
final class Surgeon {

    private final ClassFile files;

    /** @param loader the class's own: where the types it names are looked up, without loading them */
    Surgeon(ClassLoader loader) {
        this.files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /** @throws PlaceNotFound if a place to cut isn't there */
    byte[] cut(byte[] original, List<Cut> cuts) {
        ClassModel type = files.parse(original);
        List<Cut> open = new ArrayList<>(cuts);
        byte[] result = files.transformClass(type, (builder, element) -> {
            if (element instanceof MethodModel method) {
                builder.transformMethod(method, MethodTransform.transformingCode(cutting(method, open)));
            } else {
                builder.with(element);
            }
        });
        if (!open.isEmpty()) {
            throw new PlaceNotFound(open);
        }
        return result;
    }

    private static CodeTransform cutting(MethodModel method, List<Cut> open) {
        return (code, element) -> {
            if (element instanceof InvokeInstruction call) {
                List<Cut> here = open.stream()
                        .filter(cut -> cut.place().isIn(method) && cut.place().is(call))
                        .toList();
                open.removeAll(here);
                write(code, call, here);
            } else {
                code.with(element);
            }
        };
    }

    private static void write(CodeBuilder code, InvokeInstruction call, List<Cut> cuts) {
        List<Cut> instead = on(Cut.Side.INSTEAD, cuts);
        on(Cut.Side.BEFORE, cuts).forEach(cut -> cut.write(code, call));
        if (instead.isEmpty()) {
            code.with(call);
        } else {
            instead.getFirst().write(code, call);
        }
        on(Cut.Side.AFTER, cuts).forEach(cut -> cut.write(code, call));
    }

    private static List<Cut> on(Cut.Side side, List<Cut> cuts) {
        return cuts.stream().filter(cut -> cut.side() == side).toList();
    }

    /** The service's code is no longer what the agent was written for. */
    static final class PlaceNotFound extends RuntimeException {

        PlaceNotFound(List<Cut> cuts) {
            super("the fault agent no longer fits: not found in the code: " + cuts);
        }
    }
}
