package id.sigap.infrastructure;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Turns a file system off in one instant: from then on nothing is written to its disk, and everybody who uses it gets an error. It is what
 * the file systems' own developers test crashes with (FS_IOC_SHUTDOWN of Linux, known as "godown"); no program of the system offers it.
 */
final class PowerSwitch {

    /** {@code _IOR('X', 125, __u32)} in linux/fs.h. */
    private static final long SHUTDOWN = 0x8004587DL;
    /** EXT4_GOING_FLAGS_NOLOGFLUSH: not even the journal is written out. */
    private static final int WITHOUT_FLUSHING = 2;

    private static final int READ_ONLY = 0;

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle IOCTL = function(
            "ioctl",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private PowerSwitch() {}

    /** @throws InfrastructureException if this is no file system that can be turned off, or not ours to turn off */
    static void off(Path mounted) {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(CALL_STATE);
            int file = (int) OPEN.invokeExact(state, arena.allocateFrom(mounted.toString()), READ_ONLY);
            require(file >= 0, "open", mounted, state);
            try {
                var flags = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSHING);
                int result = (int) IOCTL.invokeExact(state, file, SHUTDOWN, flags);
                require(result == 0, "turn off", mounted, state);
            } finally {
                int _ = (int) CLOSE.invokeExact(state, file);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean done, String what, Path mounted, MemorySegment state) {
        if (!done) {
            int error = (int) CALL_STATE
                    .varHandle(MemoryLayout.PathElement.groupElement("errno"))
                    .get(state, 0L);
            throw new InfrastructureException("cannot " + what + " the file system at " + mounted + ": errno " + error);
        }
    }

    @SuppressWarnings("restricted") // libc, by its published prototypes
    private static MethodHandle function(String name, FunctionDescriptor type) {
        var linker = Linker.nativeLinker();
        int fixed = Math.min(2, type.argumentLayouts().size());
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                type,
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(fixed));
    }
}
