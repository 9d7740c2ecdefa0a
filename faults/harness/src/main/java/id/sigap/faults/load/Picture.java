package id.sigap.faults.load;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Photos of messages, no two alike. */
record Picture(byte[] bytes, String sha256) {

    private static final int PIXELS = 160;

    static Picture of(RandomGenerator random) {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < PIXELS; y++) {
            for (int x = 0; x < PIXELS; x++) {
                image.setRGB(x, y, random.nextInt(0x1_00_00_00)); // noise doesn't compress: some 75 kB
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
            return new Picture(
                    out.toByteArray(),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
