package id.sigap.intake.pace;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.intake.vault.KeyedHash;
import id.sigap.service.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Algorithm;
import org.altcha.altcha.Altcha.Challenge;
import org.altcha.altcha.Altcha.ChallengeOptions;
import org.jboss.logging.Logger;

/**
 * Makes a flood of reports dear and one report free (ALTCHA instead of a captcha: nothing to read, nothing to click, nobody else asked). A
 * browser without scripts can't prove work: from such a network a few reports are taken all the same ({@link Limits}).
 */
@ApplicationScoped
public class ProofOfWork {

    private static final Logger LOG = Logger.getLogger(ProofOfWork.class);
    private static final String SPEND = "insert into spent_proof (challenge) values (?) on conflict do nothing";
    private static final String FORGET = "delete from spent_proof where spent_at < now() - interval '2 days'";

    private final Sql sql;
    private final PaceConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final String key;

    ProofOfWork(Sql sql, PaceConfig config, ObjectMapper json, Clock clock, KeyedHash hashes) {
        this.sql = sql;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.key = hashes.ofPurpose("proof-of-work");
    }

    /** A new piece of work, good until {@link PaceConfig#proofLasts}. */
    Challenge challenge() {
        var options = new ChallengeOptions();
        options.algorithm = Algorithm.SHA256;
        options.hmacKey = key;
        options.maxNumber = (long) config.proofWork();
        options.expires = clock.instant().plus(config.proofLasts()).getEpochSecond();
        try {
            return Altcha.createChallenge(options);
        } catch (Exception e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** Whether the visitor brings a proof, which is good once: it is spent in the caller's transaction. */
    boolean takes(Visitor visitor) {
        return visitor.proof().filter(this::isValid).filter(this::spend).isPresent();
    }

    private boolean isValid(String proof) {
        try {
            return Altcha.verifySolution(proof, key, true);
        } catch (Exception e) {
            LOG.debugf("no proof of work: %s", e.getClass().getSimpleName());
            return false; // whatever was sent, it proves nothing
        }
    }

    /** False if it was spent before. */
    private boolean spend(String proof) {
        try {
            String challenge = json.readTree(Base64.getDecoder().decode(proof))
                    .path("challenge")
                    .asText();
            return sql.changed(SPEND, challenge) == 1;
        } catch (IOException e) {
            throw new IllegalStateException("a valid proof can be read", e);
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forget() {
        sql.changed(FORGET);
    }
}
