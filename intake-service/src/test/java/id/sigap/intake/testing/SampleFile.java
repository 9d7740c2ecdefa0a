package id.sigap.intake.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Small real files, each different from the one before. */
public final class SampleFile {

    private SampleFile() {}

    public static byte[] png() {
        var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, ThreadLocalRandom.current().nextInt(0xFFFFFF));
        image.setRGB(4, 4, ThreadLocalRandom.current().nextInt(0xFFFFFF));
        return written(image, "png");
    }

    /** A screenshot of that size, of noise and stripes that a smaller one would lose. */
    public static byte[] png(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < height; y += 2) {
            image.setRGB(ThreadLocalRandom.current().nextInt(width), y, 0xFFFFFF);
        }
        return written(image, "png");
    }

    /** A picture that no format makes small. */
    public static byte[] noise(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.setAll(row, _ -> ThreadLocalRandom.current().nextInt(0xFFFFFF));
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return written(image, "png");
    }

    /** A few bytes, whatever size it says it has; in order but for its rows, of which there is one. */
    public static byte[] pngThatClaims(int width, int height) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0});
        var pixels = new ByteArrayOutputStream();
        try (var zip = new DeflaterOutputStream(pixels)) {
            zip.write(new byte[1 + (width + 7) / 8]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(file, "IHDR", head.array());
        chunk(file, "IDAT", pixels.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String name, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var checksum = new CRC32();
        checksum.update(named);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(named);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    /** A photo as a phone writes it: on its side, with its place in clear in what stands beside the picture. */
    public static byte[] photoTakenAt(String place, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, ThreadLocalRandom.current().nextInt(0xFFFFFF));
        byte[] picture = written(image, "jpeg");
        byte[] text = place.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + text.length)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112) // orientation: a quarter to the right
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putShort((short) 0x010E) // description
                .putShort((short) 2)
                .putInt(text.length)
                .putInt(8 + 2 + 2 * 12 + 4)
                .putInt(0)
                .put(text);
        return ByteBuffer.allocate(picture.length + 4 + exif.capacity())
                .put(picture, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + exif.capacity()))
                .put(exif.array())
                .put(picture, 2, picture.length - 2)
                .array();
    }

    /** Nobody here writes AMR, so it is written by hand: three seconds in frames of 20 ms at 12.2 kbit/s, of noise. */
    public static byte[] amr() {
        byte[] frames = new byte[150 * 32];
        ThreadLocalRandom.current().nextBytes(frames);
        for (int frame = 0; frame < frames.length; frame += 32) {
            frames[frame] = 0x3C;
        }
        byte[] magic = "#!AMR\n".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(magic.length + frames.length)
                .put(magic)
                .put(frames)
                .array();
    }

    /** One that is kept with the tests: nothing here can write it. */
    public static byte[] resource(String name) {
        try (InputStream in = SampleFile.class.getResourceAsStream("/samples/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param size of the sound, in bytes */
    public static byte[] wav(int size) {
        byte[] sound = new byte[size];
        ThreadLocalRandom.current().nextBytes(sound);
        var format = new AudioFormat(8000, 8, 1, true, false);
        var bytes = new ByteArrayOutputStream();
        try (var stream = new AudioInputStream(new ByteArrayInputStream(sound), format, size)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Five kilobytes of silence, with all sizes at their most. @param rate samples a second, as its header says */
    public static byte[] wavThatClaims(int rate, int channels) {
        return ByteBuffer.allocate(44 + 5_000)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(-1)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * channels * 2)
                .putShort((short) (channels * 2))
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(-1)
                .array();
    }

    /** @param text stands in it in clear */
    public static byte[] pdf(String text) {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% " + text + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
