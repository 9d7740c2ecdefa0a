package id.sigap.notifier.reply;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import id.sigap.events.EventCodec;
import id.sigap.events.EventCodec.UnreadableEvent;
import id.sigap.events.operator.ActionReply;
import id.sigap.reliable.ForeignRecord;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in a record of an operator. What can't be read is told by code and field: what our reader calls it is nobody's business. */
sealed interface Reading {

    /** It is an answer. */
    record Read(ActionReply answer) implements Reading {}

    /** It is none. */
    record Unreadable(Complaint why) implements Reading {}

    static Reading of(ForeignRecord record, int maxBytes) {
        Optional<byte[]> value = record.value();
        if (value.isEmpty()) {
            return unreadable("no-body", "an answer needs a body, this record has none");
        }
        if (value.get().length > maxBytes) {
            return unreadable("too-large", "larger than " + maxBytes + " bytes");
        }
        try {
            return new Read(EventCodec.read(value.get(), ActionReply.class));
        } catch (UnreadableEvent e) {
            return new Unreadable(complaint(e.getCause()));
        }
    }

    private static Reading unreadable(String code, String words) {
        return new Unreadable(Complaint.of(code, words));
    }

    private static Complaint complaint(Throwable cause) {
        return switch (cause) {
            case null -> Complaint.of("no-body", "the value is null");
            case StreamReadException _ -> Complaint.of("not-json", "the value is no JSON document");
            case JsonMappingException wrong
            when wrong.getCause() instanceof StreamReadException ->
                Complaint.of("not-json", "the value is no JSON document");
            case ValueInstantiationException wrong
            when wrong.getCause() instanceof IllegalArgumentException rule -> broken(field(wrong), rule.getMessage());
            case InvalidFormatException wrong
            when wrong.getTargetType().isEnum() ->
                new Complaint("wrong-value", field(wrong), "not one of " + constants(wrong.getTargetType()));
            case JsonMappingException wrong
            when wrong.getOriginalMessage().startsWith("Null value") ->
                new Complaint("required", field(wrong), "required and missing");
            case JsonMappingException wrong -> new Complaint("wrong-type", field(wrong), "cannot be read");
            default -> Complaint.of("unreadable", "cannot be read");
        };
    }

    /** A rule of the contract; where it is about several fields its words begin with the one at fault. */
    private static Complaint broken(String field, String rule) {
        String[] parts = rule.split(": ", 2);
        return field.isEmpty() && parts.length == 2
                ? new Complaint("invalid", parts[0], parts[1])
                : new Complaint("invalid", field, rule);
    }

    private static String field(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
