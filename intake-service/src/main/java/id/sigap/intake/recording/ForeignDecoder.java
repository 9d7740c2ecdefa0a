package id.sigap.intake.recording;

import id.sigap.intake.decoding.Ffmpeg;
import id.sigap.intake.decoding.Original;
import id.sigap.intake.decoding.Undecodable;
import java.io.IOException;

/** Everything but plain WAV, by ffmpeg, where there is one. */
record ForeignDecoder(Ffmpeg ffmpeg) implements Decoder {

    @Override
    public boolean takes(String mediaType) {
        return ffmpeg.takes(mediaType);
    }

    @Override
    public Peaks peaks(String mediaType, Original original) throws IOException {
        Peaks peaks = ffmpeg.samples(mediaType, original, sound -> Loudness.of(sound, Ffmpeg.RATE, 1));
        if (peaks.peaks().isEmpty()) {
            throw new Undecodable();
        }
        return peaks;
    }
}
