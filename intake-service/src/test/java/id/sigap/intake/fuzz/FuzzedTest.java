package id.sigap.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.ThreadMXBean;
import id.sigap.intake.decoding.Mp4OrderFuzz;
import id.sigap.intake.evidence.UploadFuzz;
import id.sigap.intake.filetype.FileTypeFuzz;
import id.sigap.intake.form.FormFileFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every parser of a stranger's bytes, fed with what Jazzer collected in ten minutes each ({@code .ci/fuzz}), what it broke among it, and copies
 * spoilt by dice that fall the same each time: a file is read or refused, in little room and time, and nothing else happens.
 */
@Tag("quick")
class FuzzedTest {

    private static final Path COLLECTED = Path.of("src/test/resources/fuzz");
    private static final int SPOILT = 500;
    private static final long DICE = 20261130;

    /** In bytes, of each: the first takes eight million to load its parser, no other a third of that; a head of 30 bytes may claim gigabytes. */
    private static final long MOST_ROOM = 16L * 1024 * 1024;
    /** Of the processor, on the slowest machine. */
    private static final Duration MOST_TIME = Duration.ofSeconds(2);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @FunctionalInterface
    private interface Parsing {
        void of(byte[] data) throws IOException;
    }

    enum Parser {
        MP4(Mp4OrderFuzz::fuzzerTestOneInput),
        FORM(FormFileFuzz::fuzzerTestOneInput),
        TYPE(FileTypeFuzz::fuzzerTestOneInput),
        UPLOAD(UploadFuzz::fuzzerTestOneInput);

        private final Parsing parsing;

        Parser(Parsing parsing) {
            this.parsing = parsing;
        }

        private List<byte[]> collected() throws IOException {
            try (Stream<Path> files = Files.list(COLLECTED.resolve(name().toLowerCase(Locale.ROOT)))) {
                return files.sorted().map(Parser::bytes).toList();
            }
        }

        private static byte[] bytes(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatAFuzzerCollected_isReadOrRefused(Parser parser) throws IOException {
        List<byte[]> collected = parser.collected();
        assertThat(collected).isNotEmpty();
        collected.forEach(file -> tried(parser, file));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatIsSpoilt_isReadOrRefused(Parser parser) throws IOException {
        List<byte[]> collected = parser.collected();
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(DICE);
        for (int round = 0; round < SPOILT; round++) {
            tried(parser, spoilt(collected.get(dice.nextInt(collected.size())), dice));
        }
    }

    private static void tried(Parser parser, byte[] file) {
        long room = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        assertThatCode(() -> parser.parsing.of(file))
                .as(() -> HexFormat.of().formatHex(file))
                .doesNotThrowAnyException();
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - room)
                .as(() -> "bytes taken by " + HexFormat.of().formatHex(file))
                .isLessThan(MOST_ROOM);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time))
                .as(() -> "time taken by " + HexFormat.of().formatHex(file))
                .isLessThan(MOST_TIME);
    }

    /** Bytes changed, numbers at their ends, cut off or twice there. */
    private static byte[] spoilt(byte[] file, RandomGenerator dice) {
        if (file.length == 0) {
            return file;
        }
        byte[] copy = Arrays.copyOf(file, dice.nextInt(4) == 0 ? 1 + dice.nextInt(2 * file.length) : file.length);
        for (int times = 1 + dice.nextInt(4); times > 0; times--) {
            int at = dice.nextInt(copy.length);
            switch (dice.nextInt(3)) {
                case 0 -> copy[at] = (byte) dice.nextInt();
                case 1 -> Arrays.fill(copy, at, Math.min(copy.length, at + 4), (byte) (dice.nextBoolean() ? 0xFF : 0));
                default -> copy[at] ^= (byte) (1 << dice.nextInt(8));
            }
        }
        return copy;
    }
}
