package id.sigap.local.stack;

import id.sigap.local.service.Jvm;
import java.util.HashMap;
import java.util.Map;

/**
 * What one service is given beyond what every service of a stack has.
 *
 * @param settings properties of its configuration
 * @param jvm how its JVM runs
 */
public record ServiceOptions(Map<String, String> settings, Jvm jvm) {

    static final ServiceOptions ORDINARY = new ServiceOptions(Map.of(), Jvm.ORDINARY);

    public ServiceOptions {
        settings = Map.copyOf(settings);
    }

    ServiceOptions with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new ServiceOptions(all, jvm);
    }

    ServiceOptions on(Jvm other) {
        return new ServiceOptions(settings, other);
    }
}
