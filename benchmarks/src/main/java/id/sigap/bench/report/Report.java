package id.sigap.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.local.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** All numbers of a run, for people and for programs. */
public record Report(List<Row> rows) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Report {
        rows = List.copyOf(rows);
    }

    /** The table, and which bars were missed. */
    public void print(Console console) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("BENCH", "METRIC", "UNIT", "VALUE", "LIMIT", "RATIO", "BAR", ""));
        for (Row row : rows) {
            table.add(List.of(
                    row.bench(),
                    row.metric(),
                    row.unit(),
                    number(row.value()),
                    number(row.limit()),
                    number(row.ratio()),
                    row.bar().map(Bar::toString).orElse("-"),
                    row.pass().map(passed -> passed ? "pass" : "MISSED").orElse("")));
        }
        console.blank();
        console.table(table);
        console.blank();
        List<Row> missed = missed();
        if (missed.isEmpty()) {
            console.good("every bar was reached");
        } else {
            missed.forEach(row -> console.bad("missed: %s, %s: %s %s, bar %s"
                    .formatted(
                            row.bench(),
                            row.metric(),
                            number(row.value()) + " " + row.unit(),
                            row.ratio().isPresent() ? "(ratio " + number(row.ratio()) + ")" : "",
                            row.bar().orElseThrow())));
        }
    }

    public List<Row> missed() {
        return rows.stream().filter(row -> !row.pass().orElse(true)).toList();
    }

    /** @throws UncheckedIOException if the file can't be written */
    public void write(Path file) {
        var array = JSON.createArrayNode();
        for (Row row : rows) {
            ObjectNode json = array.addObject()
                    .put("bench", row.bench())
                    .put("metric", row.metric())
                    .put("unit", row.unit())
                    .put("value", row.value());
            put(json, "limit", row.limit());
            put(json, "ratio", row.ratio());
            json.put("bar", row.bar().map(Bar::toString).orElse(null));
            json.put("pass", row.pass().orElse(null));
        }
        try {
            Files.writeString(file, JSON.writeValueAsString(array) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ObjectNode json, String field, OptionalDouble value) {
        if (value.isPresent()) {
            json.put(field, value.getAsDouble());
        } else {
            json.putNull(field);
        }
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
    }
}
