package id.sigap.service;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import id.sigap.service.Refusal.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a JSON body, told by field. */
final class BodyFaults {

    private BodyFaults() {}

    static Refusal refusal(JsonProcessingException failure) {
        return switch (failure) {
            // broken within a field: the whole is no JSON
            case JsonMappingException broken
            when broken.getCause() instanceof StreamReadException why -> malformed(why);
            case UnrecognizedPropertyException unknown ->
                one(
                        unknown,
                        "unknown-field",
                        unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", ")));
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                one(
                        format,
                        "wrong-value",
                        Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> one(mismatch, "wrong-type", readable(mismatch.getTargetType()));
            // a value's own rule: no such operator, no such id
            case ValueInstantiationException value
            when !value.getPath().isEmpty() ->
                one(value, "wrong-type", readable(value.getType().getRawClass()));
            case JsonMappingException mapping when !mapping.getPath().isEmpty() -> one(mapping, "wrong-type", "JSON");
            default -> malformed(failure);
        };
    }

    private static Refusal one(JsonMappingException failure, String code, String argument) {
        return Refusal.fields(List.of(new FieldError(path(failure), code, argument)));
    }

    private static Refusal malformed(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        return at == null
                ? new Refusal(400, "body-missing")
                : new Refusal(400, "malformed-json", at.getLineNr(), at.getColumnNr());
    }

    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String readable(Class<?> type) {
        if (type == null) {
            return "JSON";
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "RFC 3339 (2026-01-31T10:00:00Z)";
            case "boolean", "Boolean" -> "true/false";
            case "int", "Integer", "long", "Long" -> "1, 2, 3 …";
            default -> type.getSimpleName();
        };
    }
}
