package id.sigap.intake.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class Mp4OrderTest {

    private static final byte[] SOUND = box("mdat", new byte[100]);

    @Test
    void anIndexAtTheEnd_comesFirst_andLeadsWhereItLed() throws IOException {
        // Given: one piece of sound, 20 bytes into the file's 108 of it
        byte[] index = index(20);
        // When
        ByteBuffer ordered = ByteBuffer.wrap(ordered(joined(SOUND, index, box("free", new byte[3]))));
        // Then
        assertThat(name(ordered, 4)).isEqualTo("moov");
        assertThat(ordered.getInt(index.length - Integer.BYTES)).isEqualTo(20 + index.length);
        assertThat(name(ordered, index.length + 4)).isEqualTo("mdat");
        assertThat(ordered.limit()).isEqualTo(SOUND.length + index.length + 11);
    }

    @Test
    void anIndexThatComesFirst_staysThere() throws IOException {
        byte[] recording = joined(index(20), SOUND);
        assertThat(ordered(recording)).isEqualTo(recording);
    }

    @Test
    void whatIsNoIndex_isWrittenAsItIs() throws IOException {
        assertThat(ordered(SOUND)).isEqualTo(SOUND);
        assertThat(ordered(new byte[5])).hasSize(5);
    }

    /** Two of 25 MB at once, each held twice, were more than the vault's heap; so were six indexes of 8 MB. */
    @ParameterizedTest(name = "{0} bytes of sound, an index of {1} more")
    @CsvSource({"26214400, 0", "8, 8388000"})
    void neitherTheLongestRecording_norTheLongestIndex_isEverHeld(int sound, int index) throws IOException {
        // Given
        byte[] recording = joined(box("mdat", new byte[sound]), index(8), box("moov", box("udta", new byte[index])));
        byte[] late = joined(box("mdat", new byte[sound]), box("moov", box("udta", new byte[index])));
        long before = allocated();
        // When
        for (byte[] file : List.of(recording, late)) {
            try (Mp4Order order = Mp4Order.of(() -> new ByteArrayInputStream(file))) {
                order.write(OutputStream.nullOutputStream());
            }
        }
        // Then
        assertThat(allocated() - before).isLessThan(2 * 1024 * 1024);
    }

    @Test
    void whatComesAfterTheIndex_staysBehindTheSound_andIsLedToAsBefore() throws IOException {
        // Given: one piece before the index, one behind it
        byte[] table = ByteBuffer.allocate(24)
                .putInt(0)
                .putInt(2)
                .putLong(20)
                .putLong(1_000)
                .array();
        byte[] index = box("moov", box("trak", box("mdia", box("minf", box("stbl", box("co64", table))))));
        byte[] rest = box("free", new byte[1_000]);
        // When
        ByteBuffer ordered = ByteBuffer.wrap(ordered(joined(SOUND, index, rest)));
        // Then
        assertThat(ordered.getLong(index.length - 2 * Long.BYTES)).isEqualTo(20 + index.length);
        assertThat(ordered.getLong(index.length - Long.BYTES)).isEqualTo(1_000);
        assertThat(name(ordered, index.length + SOUND.length + 4)).isEqualTo("free");
        assertThat(ordered.limit()).isEqualTo(SOUND.length + index.length + rest.length);
    }

    /** By this thread, since it began: in bytes. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** Sizes that a file may claim: less than a header, far beyond the file, in 64 bits, negative. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000007 6d6f6f76",
                "7fffffff 6d6f6f76",
                "ffffffff 6d6f6f76",
                "00000001 6d6f6f76 7fffffffffffffff",
                "00000001 6d6f6f76 8000000000000000",
                "00000001 6d6f6f76 0000000000000001",
                "00000001 6d6f6f76",
                "00000000 6d6f6f76",
                "00000020 6d6f6f76 00000018 7374636f 00000000 7fffffff"
            })
    void aSizeThatLies_sizesNothing(String box) {
        byte[] recording = joined(SOUND, HexFormat.of().parseHex(box.replace(" ", "")));
        assertThatThrownBy(() -> ordered(recording)).isInstanceOf(Undecodable.class);
    }

    @Test
    void boxesInBoxesWithoutAnEnd_areNotFollowed() {
        // Given: as many as fit
        int deep = 1_000_000;
        ByteBuffer nested = ByteBuffer.allocate(deep * 8);
        for (int left = deep; left > 0; left--) {
            nested.putInt(left * 8).put("moov".getBytes(StandardCharsets.US_ASCII));
        }
        // When, then
        assertThatThrownBy(() -> ordered(joined(SOUND, nested.array()))).isInstanceOf(Undecodable.class);
    }

    private static byte[] index(int offset) {
        byte[] table =
                ByteBuffer.allocate(12).putInt(0).putInt(1).putInt(offset).array();
        return box("moov", box("trak", box("mdia", box("minf", box("stbl", box("stco", table))))));
    }

    private static byte[] box(String name, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .putInt(8 + payload.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(payload)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] ordered(byte[] recording) throws IOException {
        var out = new ByteArrayOutputStream();
        try (Mp4Order file = Mp4Order.of(() -> new ByteArrayInputStream(recording))) {
            file.write(out);
        }
        return out.toByteArray();
    }

    private static String name(ByteBuffer file, int at) {
        byte[] name = new byte[4];
        file.get(at, name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
