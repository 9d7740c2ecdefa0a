package id.sigap.intake.derivative;

import id.sigap.intake.decoding.DecodingConfig;
import id.sigap.intake.decoding.Sandbox.Busy;
import id.sigap.intake.decoding.Undecodable;
import id.sigap.intake.derivative.Derivatives.Made;
import id.sigap.intake.derivative.Derivatives.Wanted;
import id.sigap.intake.evidence.EvidenceContent;
import id.sigap.intake.evidence.EvidenceContent.Viewable;
import id.sigap.intake.evidence.EvidenceStore;
import id.sigap.intake.filetype.FileType;
import id.sigap.reliable.Ids;
import id.sigap.service.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes evidence ready to be shown, one piece after the other, however many came at once. The sealed bytes are safe on disk before the row says
 * so, as with evidence itself; no connection is held while a program works.
 */
@ApplicationScoped
class Making {

    private static final Logger LOG = Logger.getLogger(Making.class);
    /** Of what is made, in bytes: a film of half an hour has less, sound of four hours 115 million. */
    private static final long LARGEST = 128L * 1024 * 1024;

    private final Derivatives derivatives;
    private final Studio studio;
    private final EvidenceContent content;
    private final EvidenceStore store;
    private final DerivativeConfig config;
    private final Duration lease;

    Making(
            Derivatives derivatives,
            Studio studio,
            EvidenceContent content,
            EvidenceStore store,
            DerivativeConfig config,
            DecodingConfig decoding) {
        this.derivatives = derivatives;
        this.studio = studio;
        this.content = content;
        this.store = store;
        this.config = config;
        // waiting for a place, working, sealing
        this.lease = decoding.timeout().plus(decoding.filmTimeout()).plus(decoding.timeout());
    }

    /** Where its bytes stand in its case, for sealing. */
    static String place(UUID blob) {
        return "derivative/" + blob;
    }

    @Scheduled(every = "${sigap.intake.derivative.poll}", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        Optional<Wanted> wanted = next();
        while (wanted.isPresent()) {
            make(wanted.get());
            wanted = next();
        }
    }

    private Optional<Wanted> next() {
        return QuarkusTransaction.requiringNew().call(() -> derivatives.claim(lease));
    }

    private void make(Wanted wanted) {
        if (wanted.tries() > config.tries()) { // whoever tried last didn't live to say so
            giveUp(wanted, "nobody who tried came to an end with it");
            return;
        }
        try {
            Viewable piece = QuarkusTransaction.requiringNew()
                    .call(() -> content.viewable(
                            wanted.caseId().toString(), wanted.evidence().toString(), wanted.kind()));
            Made made = made(piece);
            if (!QuarkusTransaction.requiringNew().call(() -> derivatives.made(piece.id(), made))) {
                store.delete(made.blob());
            }
        } catch (Refusal _) {
            // erased since: its row is gone with it
        } catch (Undecodable _) {
            giveUp(wanted, "not what it seems, or too large");
        } catch (Busy _) {
            QuarkusTransaction.requiringNew().run(() -> derivatives.notTried(wanted.evidence(), config.retryPause()));
        } catch (IOException | RuntimeException e) {
            triedInVain(wanted, e);
        }
    }

    private void triedInVain(Wanted wanted, Exception why) {
        if (wanted.tries() >= config.tries()) {
            giveUp(wanted, why.getClass().getSimpleName() + ": " + why.getMessage());
        } else {
            QuarkusTransaction.requiringNew().run(() -> derivatives.later(wanted.evidence(), config.retryPause()));
        }
    }

    private Made made(Viewable piece) throws IOException {
        FileType type = FileType.ofMediaType(piece.mediaType()).orElseThrow();
        UUID blob = Ids.next();
        try (EvidenceStore.Draft draft = store.draft(blob)) {
            long size;
            try (OutputStream sealed = piece.key().sealing(place(blob), draft.out())) {
                size = studio.make(type, () -> content.open(piece), shown -> copied(shown, sealed));
            }
            draft.keep();
            return new Made(blob, Studio.product(type).orElseThrow(), size);
        }
    }

    private static long copied(InputStream shown, OutputStream sealed) throws IOException {
        long size = 0;
        byte[] buffer = new byte[64 * 1024];
        for (int read = shown.read(buffer); read >= 0; read = shown.read(buffer)) {
            size += read;
            if (size > LARGEST) {
                throw new Undecodable();
            }
            sealed.write(buffer, 0, read);
        }
        if (size == 0) {
            throw new Undecodable();
        }
        return size;
    }

    private void giveUp(Wanted wanted, String why) {
        LOG.infof("evidence can't be shown, only saved evidence=%s why=%s", wanted.evidence(), why);
        QuarkusTransaction.requiringNew().run(() -> derivatives.givenUp(wanted.evidence()));
    }
}
