package id.sigap.directory;

import id.sigap.events.OperatorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The directory's two CSV files: a heading, then plain comma-separated lines; no value has a comma in it. */
final class DirectoryFiles {

    private DirectoryFiles() {}

    static List<Operator> operators() {
        return lines("/directory/operators.csv", 2, cells -> new Operator(new OperatorCode(cells[0]), cells[1]));
    }

    static List<Allocation> allocations() {
        return lines(
                "/directory/allocations.csv",
                5,
                cells -> new Allocation(cells[0], cells[1], new OperatorCode(cells[2]), day(cells[3]), day(cells[4])));
    }

    private static Optional<LocalDate> day(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }

    private static <T> List<T> lines(String file, int columns, Function<String[], T> row) {
        try (InputStream in = DirectoryFiles.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> row.apply(cells(file, line, columns)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String[] cells(String file, String line, int columns) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns) {
            throw new IllegalArgumentException(file + ": " + columns + " columns expected: " + line);
        }
        return cells;
    }
}
