package id.sigap.intake.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The platform's own decoder: WAV, whatever its samples are. */
final class WavDecoder implements Decoder {

    private static final int BITS = 16;
    private static final int MOST_CHANNELS = 8;

    @Override
    public boolean takes(String mediaType) {
        return mediaType.equals("audio/wav");
    }

    @Override
    public Peaks peaks(String mediaType, InputStream original) throws IOException {
        try (AudioInputStream recording = AudioSystem.getAudioInputStream(new BufferedInputStream(original))) {
            AudioFormat given = recording.getFormat();
            int rate = Math.round(given.getSampleRate());
            int channels = given.getChannels();
            if (rate < 1 || channels < 1 || channels > MOST_CHANNELS) {
                throw new Loudness.Undecodable();
            }
            var plain = new AudioFormat(given.getSampleRate(), BITS, channels, true, false);
            try (AudioInputStream samples = AudioSystem.getAudioInputStream(plain, recording)) {
                return Loudness.of(samples, rate, channels);
            }
        } catch (UnsupportedAudioFileException | IllegalArgumentException _) {
            throw new Loudness.Undecodable();
        }
    }
}
