package id.sigap.intake.recording;

import id.sigap.intake.decoding.Original;
import id.sigap.intake.decoding.Undecodable;
import java.io.BufferedInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The platform's own decoder: WAV, whatever its samples are. */
final class WavDecoder implements Decoder {

    private static final int BITS = 16;

    @Override
    public boolean takes(String mediaType) {
        return mediaType.equals("audio/wav");
    }

    @Override
    public Peaks peaks(String mediaType, Original original) throws IOException {
        try (AudioInputStream recording = AudioSystem.getAudioInputStream(new BufferedInputStream(original.open()))) {
            AudioFormat given = recording.getFormat();
            int rate = Math.round(given.getSampleRate());
            int channels = given.getChannels();
            var plain = new AudioFormat(given.getSampleRate(), BITS, channels, true, false);
            try (AudioInputStream samples = AudioSystem.getAudioInputStream(plain, recording)) {
                return Loudness.of(samples, rate, channels);
            }
        } catch (UnsupportedAudioFileException | IllegalArgumentException _) {
            throw new Undecodable();
        }
    }
}
