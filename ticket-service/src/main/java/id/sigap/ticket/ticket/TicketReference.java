package id.sigap.ticket.ticket;

import id.sigap.service.Refusal;
import id.sigap.text.TypedText;
import java.util.Locale;
import java.util.UUID;

/** How people point at a ticket: by its id or by its number. */
public sealed interface TicketReference {

    /** By id. */
    record ById(UUID id) implements TicketReference {}

    /** By number, such as {@code SGP-2026-000123}. */
    record ByNumber(TicketNumber number) implements TicketReference {}

    /** @throws Refusal 404 if the text is neither: there can be no such ticket */
    static TicketReference read(String typed) {
        String text = TypedText.plain(typed).toUpperCase(Locale.ROOT);
        if (TicketNumber.isOne(text)) {
            return new ByNumber(new TicketNumber(text));
        }
        try {
            return new ById(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("ticket");
        }
    }
}
