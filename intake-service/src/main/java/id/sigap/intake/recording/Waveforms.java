package id.sigap.intake.recording;

import id.sigap.intake.decoding.DecodingConfig;
import id.sigap.intake.decoding.Ffmpeg;
import id.sigap.intake.decoding.Sandbox;
import id.sigap.intake.decoding.Undecodable;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Measures recordings, each once however many ask; no connection is held while one is decoded. */
@ApplicationScoped
class Waveforms {

    private static final Logger LOG = Logger.getLogger(Waveforms.class);

    private final EvidenceContent content;
    private final Shapes shapes;
    private final AccessLog accesses;
    private final CurrentUser user;
    private final List<Decoder> decoders;
    private final Duration patience;
    private final SingleFlight<UUID, Peaks> measuring = new SingleFlight<>();

    Waveforms(
            EvidenceContent content,
            Shapes shapes,
            AccessLog accesses,
            CurrentUser user,
            Ffmpeg ffmpeg,
            DecodingConfig config) {
        this.content = content;
        this.shapes = shapes;
        this.accesses = accesses;
        this.user = user;
        this.patience = config.timeout();
        // WAV needs no program of somebody else's
        this.decoders = List.of(new WavDecoder(), new ForeignDecoder(ffmpeg));
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
        return asked.known().orElseGet(() -> measuring.of(asked.recording().id(), () -> measured(asked.recording())));
    }

    private Peaks measured(Viewable recording) {
        List<Decoder> able = decoders.stream()
                .filter(decoder -> decoder.takes(recording.mediaType()))
                .toList();
        if (able.isEmpty()) {
            return Peaks.NONE; // not kept: ffmpeg may be installed tomorrow
        }
        try {
            Peaks peaks = decoded(recording, able);
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

    /** By the first that understands it; none if nobody does. */
    private Peaks decoded(Viewable recording, List<Decoder> able) throws IOException {
        for (Decoder decoder : able) {
            try {
                return decoder.peaks(recording.mediaType(), () -> content.open(recording));
            } catch (Undecodable _) {
                // the next may know it: a WAV can hold more than plain samples
            }
        }
        return Peaks.NONE;
    }
}
