package id.sigap.intake.recording;

import id.sigap.intake.evidence.EvidenceContent;
import id.sigap.intake.evidence.EvidenceContent.Viewable;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.CurrentUser;
import id.sigap.service.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Measures recordings, each once; no connection is held while one is decoded. */
@ApplicationScoped
class Waveforms {

    private static final Logger LOG = Logger.getLogger(Waveforms.class);

    private final EvidenceContent content;
    private final Shapes shapes;
    private final AccessLog accesses;
    private final CurrentUser user;
    private final List<Decoder> decoders;
    private final Semaphore places;
    private final Duration patience;

    Waveforms(EvidenceContent content, Shapes shapes, AccessLog accesses, CurrentUser user, RecordingConfig config) {
        this.content = content;
        this.shapes = shapes;
        this.accesses = accesses;
        this.user = user;
        this.places = new Semaphore(config.atOnce());
        this.patience = config.decodeTimeout();
        Optional<Decoder> ffmpeg = Ffmpeg.installed(config).map(Decoder.class::cast);
        if (ffmpeg.isEmpty()) {
            LOG.info("no ffmpeg found: only WAV recordings have a waveform");
        }
        // WAV needs no program of somebody else's
        this.decoders =
                Stream.concat(Stream.of(new WavDecoder()), ffmpeg.stream()).toList();
    }

    private record Asked(Viewable recording, Optional<Peaks> known) {}

    /** @throws Refusal 404 if it is no recording of the report, 409, 410; 503 while too many others are decoded */
    Peaks of(String report, String evidence) {
        Asked asked = QuarkusTransaction.requiringNew().call(() -> {
            Viewable recording = content.viewable(report, evidence, CaseKind.REPORT);
            if (!recording.mediaType().startsWith("audio/")) {
                throw Refusal.notFound("recording");
            }
            accesses.peaksRead(recording.caseId(), recording.id(), user.actor());
            return new Asked(recording, shapes.of(recording));
        });
        return asked.known().orElseGet(() -> measured(asked.recording()));
    }

    private Peaks measured(Viewable recording) {
        List<Decoder> able = decoders.stream()
                .filter(decoder -> decoder.takes(recording.mediaType()))
                .toList();
        if (able.isEmpty()) {
            return Peaks.NONE; // not kept: ffmpeg may be installed tomorrow
        }
        take();
        try {
            Peaks peaks = decoded(recording, able);
            QuarkusTransaction.requiringNew().run(() -> shapes.keep(recording, peaks));
            return peaks;
        } catch (IOException e) {
            LOG.warnf(
                    "recording not decoded evidence=%s why=%s",
                    recording.id(), e.getClass().getSimpleName());
            return Peaks.NONE;
        } finally {
            places.release();
        }
    }

    /** By the first that understands it; none if nobody does. */
    private Peaks decoded(Viewable recording, List<Decoder> able) throws IOException {
        for (Decoder decoder : able) {
            try (InputStream original = content.open(recording)) {
                return decoder.peaks(recording.mediaType(), original);
            } catch (Loudness.Undecodable _) {
                // the next may know it: a WAV can hold more than plain samples
            }
        }
        return Peaks.NONE;
    }

    private void take() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Status.SERVICE_UNAVAILABLE, "unavailable", patience.toSeconds());
    }
}
