package id.sigap.intake.recording;

import id.sigap.intake.decoding.Original;
import id.sigap.intake.decoding.Undecodable;
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
    /** In bytes: so long a head may be. */
    private static final int HEAD = 64 * 1024;

    @Override
    public boolean takes(String mediaType) {
        return mediaType.equals("audio/wav");
    }

    @Override
    public Peaks peaks(String mediaType, Original original) throws IOException {
        try (InputStream bytes = original.open();
                AudioInputStream recording = opened(bytes)) {
            AudioFormat given = recording.getFormat();
            int rate = Math.round(given.getSampleRate());
            int channels = given.getChannels();
            var plain = new AudioFormat(given.getSampleRate(), BITS, channels, true, false);
            try (AudioInputStream samples = AudioSystem.getAudioInputStream(plain, recording)) {
                return Loudness.of(samples, rate, channels);
            }
        } catch (IllegalArgumentException _) {
            throw new Undecodable();
        }
    }

    /** Several readers look at the head in turn and go back; one that is longer than they can go back is none they know. */
    private static AudioInputStream opened(InputStream bytes) throws Undecodable {
        try {
            return AudioSystem.getAudioInputStream(new BufferedInputStream(bytes, HEAD));
        } catch (UnsupportedAudioFileException | IOException _) {
            throw new Undecodable();
        }
    }
}
