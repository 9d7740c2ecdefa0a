package id.sigap.intake.chat;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.events.report.MessagePosted;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Tells this replica's sockets of messages that another one stored. Every replica hears every message (a consumer group of its own), and
 * forgets nothing if it misses one: clients resume by sequence. So neither inbox nor offsets are kept.
 */
@ApplicationScoped
class OtherReplicas {

    private final Rooms rooms;

    OtherReplicas(Rooms rooms) {
        this.rooms = rooms;
    }

    @Incoming("messages-posted")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader(CloudEventHeader.TYPE.key());
        if (type != null
                && EventType.named(new String(type.value(), StandardCharsets.UTF_8))
                        .filter(known -> known.record() == MessagePosted.class)
                        .isPresent()) {
            MessagePosted posted = EventCodec.read(record.value(), MessagePosted.class);
            rooms.catchUpTo(posted.report(), posted.sequence());
        }
    }
}
