package id.sigap.faults.agent.inside;

import id.sigap.faults.agent.Orders;
import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.agent.Traps;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * The way in. Ends the process at once, with {@value #NOT_HERE}, where it has no business: in any profile but {@value Traps#PROFILE}; where it
 * can't do what it is told; and in a service whose code it no longer fits. A fault that quietly doesn't happen would look like a promise kept.
 */
public final class Agent {

    /** EX_CONFIG of sysexits.h. */
    static final int NOT_HERE = 78;

    private Agent() {}

    /** Called by the JVM before the service's main. */
    public static void premain(String text, Instrumentation jvm) {
        if (!Traps.PROFILE.equals(System.getProperty("quarkus.profile"))) {
            refuse("the fault agent makes a service die and do wrong on purpose; it runs only with -Dquarkus.profile="
                    + Traps.PROFILE);
        }
        try {
            Orders orders = Orders.read(text);
            Traps traps = new Traps(orders.traps());
            Optional<Sabotage> sabotage = orders.sabotage().or(traps::sabotage);
            String service = service();
            Diary diary = new Diary(traps.log(service, ProcessHandle.current().pid()));
            diary.write("in " + service + ", " + new Orders(orders.traps(), sabotage));
            Snare.set(orders.traps(), service, diary);
            jvm.addTransformer(new Operation(Cuts.in(service, sabotage), diary));
        } catch (IOException | RuntimeException e) {
            refuse("the fault agent can't work here: " + e.getMessage());
        }
    }

    /** The name of the service's module, as Quarkus writes it into the jar that starts it. */
    private static String service() throws IOException {
        String classPath = System.getProperty("java.class.path");
        try (JarFile jar = new JarFile(classPath)) {
            String title = jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_TITLE);
            if (title == null) {
                throw new IOException(classPath + " doesn't say which service it is");
            }
            return title;
        }
    }

    private static void refuse(String why) {
        System.err.println(why);
        Runtime.getRuntime().halt(NOT_HERE);
    }

    /** Cuts classes as they are loaded. */
    private static final class Operation implements ClassFileTransformer {

        private final Map<String, List<Cut>> cuts;
        private final Diary diary;

        Operation(List<Cut> cuts, Diary diary) {
            this.cuts = cuts.stream()
                    .collect(Collectors.groupingBy(cut -> cut.place().internalName()));
            this.diary = diary;
        }

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] original) {
            List<Cut> here = cuts.get(name);
            if (here == null) {
                return null;
            }
            try {
                byte[] result = new Surgeon(loader).cut(original, here);
                diary.write("cut " + name.replace('/', '.') + " " + here);
                return result;
            } catch (Throwable e) {
                // thrown on, the JVM would drop it and load the class uncut
                diary.write("failed: " + e);
                refuse("the fault agent can't cut " + name + ": " + e);
                return null;
            }
        }
    }
}
