package id.sigap.intake.recording;

import id.sigap.intake.decoding.DecodingConfig;
import id.sigap.intake.decoding.Ffmpeg;
import id.sigap.intake.decoding.Original;
import id.sigap.intake.decoding.Sandbox;
import id.sigap.intake.derivative.DerivativeContent;
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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Measures recordings, each once however many ask; no connection is held while one is decoded. What is measured is what is heard, so that a place on
 * the waveform is that place in the player.
 */
@ApplicationScoped
class Waveforms {

    private static final Logger LOG = Logger.getLogger(Waveforms.class);
    /** Whatever a recording came as. */
    private static final String HEARD = "audio/mpeg";

    private final EvidenceContent content;
    private final Shapes shapes;
    private final AccessLog accesses;
    private final CurrentUser user;
    private final DerivativeContent derivatives;
    private final Ffmpeg ffmpeg;
    private final Duration patience;
    private final SingleFlight<UUID, Peaks> measuring = new SingleFlight<>();

    Waveforms(
            EvidenceContent content,
            Shapes shapes,
            AccessLog accesses,
            CurrentUser user,
            DerivativeContent derivatives,
            Ffmpeg ffmpeg,
            DecodingConfig config) {
        this.content = content;
        this.shapes = shapes;
        this.accesses = accesses;
        this.user = user;
        this.patience = config.timeout();
        this.derivatives = derivatives;
        this.ffmpeg = ffmpeg;
    }

    /** @param heard what a player plays of it; empty if nothing, or nothing yet */
    private record Asked(Viewable recording, Optional<Original> heard, Optional<Peaks> known) {}

    /** @throws Refusal 404 if it is no recording of the report, 409, 410; 503 while too many others are decoded */
    Peaks of(String report, String evidence) {
        Asked asked = QuarkusTransaction.requiringNew().call(() -> {
            Viewable recording = content.viewable(report, evidence, CaseKind.REPORT);
            if (!recording.mediaType().startsWith("audio/")) {
                throw Refusal.notFound("recording");
            }
            accesses.peaksRead(recording.caseId(), recording.id(), user.actor());
            return new Asked(recording, derivatives.shown(recording), shapes.of(recording));
        });
        return asked.known()
                .or(() -> asked.heard().map(heard -> shared(asked.recording(), heard)))
                .orElse(Peaks.NONE);
    }

    private Peaks shared(Viewable recording, Original heard) {
        return measuring.of(recording.id(), () -> measured(recording, heard));
    }

    private Peaks measured(Viewable recording, Original heard) {
        if (!ffmpeg.takes(HEARD)) {
            return Peaks.NONE; // not kept: ffmpeg may be installed tomorrow
        }
        try {
            Peaks peaks = ffmpeg.samples(HEARD, heard, Loudness::of);
            QuarkusTransaction.requiringNew().run(() -> shapes.keep(recording, peaks));
            return peaks;
        } catch (Sandbox.Busy _) {
            throw new Refusal(Status.SERVICE_UNAVAILABLE, "unavailable", patience.toSeconds());
        } catch (IOException e) {
            LOG.warnf(
                    "recording not decoded evidence=%s why=%s",
                    recording.id(), e.getClass().getSimpleName());
            return Peaks.NONE;
        }
    }
}
