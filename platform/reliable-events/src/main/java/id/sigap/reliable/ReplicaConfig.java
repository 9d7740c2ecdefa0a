package id.sigap.reliable;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which of a service's equal processes this is. */
@ConfigMapping(prefix = "sigap.replica")
public interface ReplicaConfig {

    /**
     * Its name, which no other process of the service has at the same time and which it has again when it is started again, such as
     * {@code ticket-service-2}; letters, digits, {@code .}, {@code _} and {@code -}. With it Kafka knows the process again and gives it its
     * partitions back at once; without it, a process that died is waited for until its session ends.
     */
    Optional<String> name();
}
