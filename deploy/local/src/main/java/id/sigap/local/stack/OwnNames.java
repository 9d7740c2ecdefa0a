package id.sigap.local.stack;

import id.sigap.events.OperatorCode;
import id.sigap.local.service.Service;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one Kafka user may call its consumer groups and transactional ids: by its own name, or by that and more after the mark. Without the mark
 * {@code telkomsel2evil} would be telkomsel's.
 *
 * @param user as it logs in
 * @param mark which no other user's name goes on with after this one's
 */
public record OwnNames(String user, String mark) {

    /** {@code ticket-service}, {@code ticket-service-…}. */
    static OwnNames of(Service service) {
        return new OwnNames(service.id(), "-");
    }

    /** {@code telkomsel}, {@code telkomsel.…}: a code has letters and digits only. */
    static OwnNames of(OperatorCode operator) {
        return new OwnNames(operator.value().toLowerCase(Locale.ROOT), ".");
    }

    boolean contain(String name) {
        return name.equals(user) || name.startsWith(user + mark);
    }

    /** The same, as the broker understands it. */
    List<ResourcePattern> patterns(ResourceType type) {
        return List.of(
                new ResourcePattern(type, user, PatternType.LITERAL),
                new ResourcePattern(type, user + mark, PatternType.PREFIXED));
    }
}
