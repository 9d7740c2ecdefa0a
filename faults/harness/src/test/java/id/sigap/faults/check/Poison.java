package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import id.sigap.local.service.Service;
import java.util.HashMap;
import java.util.Map;

/** Records that the injector wrote. */
final class Poison {

    private Poison() {}

    static void admitted(World world, TopicRecord record) {
        world.attempt(
                Operation.INJECT,
                Phase.OK,
                Map.of(Fact.TOPIC, record.topic()),
                Map.of(
                        Fact.TOPIC, record.topic(),
                        Fact.PARTITION, Integer.toString(record.partition()),
                        Fact.OFFSET, Long.toString(record.offset())));
    }

    /** On the shelf of the help desk. */
    static void setAside(World world, TopicRecord record) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "topic",
                record.topic(),
                "record_partition",
                (long) record.partition(),
                "record_offset",
                record.offset(),
                "subject",
                "nobody",
                "state",
                "DEAD",
                "reason",
                "header ce_type is missing"));
        row.put("event_id", null);
        world.row(Service.VERIFICATION, "set_aside", row);
    }
}
