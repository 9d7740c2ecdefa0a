package id.sigap.local.status;

import id.sigap.lag.ConsumerLag;
import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;

/** How many records wait on Kafka for each service. */
public final class Lag {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A record is handled, and its offset committed, in less: what is still there after it waits. */
    private static final Duration SECOND_LOOK = Duration.ofMillis(300);

    private Lag() {}

    /** Records that were there at the first look and not handled at the second; an empty map if Kafka doesn't answer. */
    public static Map<Service, Long> of(Stack stack) {
        try (ConsumerLag lag = new ConsumerLag(new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN)), PATIENCE)) {
            Map<Service, Long> first = look(lag);
            if (first.values().stream().allMatch(behind -> behind == 0)) {
                return first;
            }
            LockSupport.parkNanos(SECOND_LOOK.toNanos());
            Map<Service, Long> second = look(lag);
            second.replaceAll((service, behind) -> Math.min(behind, first.get(service)));
            return second;
        } catch (ExecutionException | TimeoutException | KafkaException _) {
            return Map.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private static Map<Service, Long> look(ConsumerLag lag)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<Service, Long> lags = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            long behind = 0;
            for (String group : lag.groupsOf(service.id())) {
                behind += lag.of(group).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
            }
            lags.put(service, behind);
        }
        return lags;
    }
}
