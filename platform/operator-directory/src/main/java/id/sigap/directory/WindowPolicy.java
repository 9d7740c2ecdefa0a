package id.sigap.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long operators have to answer a request. */
@ConfigMapping(prefix = "sigap.policy")
public interface WindowPolicy {

    /** For whom nothing else is said (PP: 1×24 jam, wall clock). ISO 8601, such as {@code PT24H}. */
    @WithDefault("PT24H")
    Duration window();

    /** What differs for one operator, by its code. */
    Map<String, ForOperator> operators();

    /** One operator's own policy. */
    interface ForOperator {

        /** How long it has; absent: as everybody. */
        Optional<Duration> window();
    }
}
