package id.sigap.directory;

import id.sigap.events.OperatorCode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The window of each operator, from policy; a policy that makes no sense stops the service at its start. */
@Startup
@Singleton
public class Windows {

    private final Duration usual;
    private final Map<OperatorCode, Duration> own = new HashMap<>();

    Windows(WindowPolicy policy, OperatorDirectory directory) {
        usual = positive("sigap.policy.window", policy.window());
        policy.operators().forEach((name, its) -> its.window().ifPresent(window -> {
            String key = "sigap.policy.operators." + name + ".window";
            Operator operator = directory
                    .named(name)
                    .orElseThrow(() -> new IllegalArgumentException(key + ": the directory knows no such operator"));
            own.put(operator.code(), positive(key, window));
        }));
    }

    /** How long that operator has to answer a request. */
    public Duration of(OperatorCode operator) {
        return own.getOrDefault(operator, usual);
    }

    private static Duration positive(String key, Duration window) {
        if (!window.isPositive()) {
            throw new IllegalArgumentException(key + " must be longer than nothing");
        }
        return window;
    }
}
