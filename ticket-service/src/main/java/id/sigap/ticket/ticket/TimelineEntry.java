package id.sigap.ticket.ticket;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened to a ticket.
 *
 * @param version 1 for the first
 * @param event its name, such as {@code BlockRequested}
 * @param actor who made it happen, as the journal has it
 * @param text what happened, in the reader's language
 * @param details the event as it was published
 */
record TimelineEntry(
        long version,
        Instant at,
        String event,
        String actor,
        String text,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String details) {}
