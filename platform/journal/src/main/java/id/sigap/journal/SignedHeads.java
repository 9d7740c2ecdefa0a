package id.sigap.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far chains of a journal had come at a moment, signed with a key that is in no database: whoever writes a journal anew, and Kafka's copy with
 * it, can't make these anew.
 *
 * @param service whose journal
 * @param number of this statement; the next has the next
 * @param signature Ed25519 over all of the others
 */
public record SignedHeads(String service, long number, Instant signedAt, List<Head> heads, byte[] signature) {

    /** The CloudEvents type of the record that carries it; it belongs to no aggregate, and receivers pass over it. */
    public static final String TYPE = "id.sigap.audit.heads-signed.v1";

    /** An entry carries the time at which its transaction began, and is seen once it has ended: what is older than the longest is complete, and is signed. */
    public static final Duration SETTLING = Duration.ofMinutes(1);

    private static final String ALGORITHM = "Ed25519";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    public SignedHeads {
        heads = List.copyOf(heads);
    }

    /** The end of a chain, as it was then. */
    public record Head(String subject, long version, byte[] hash) {}

    public static SignedHeads sign(String service, long number, Instant at, List<Head> heads, PrivateKey key) {
        var unsigned = new SignedHeads(service, number, at, heads, new byte[0]);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(unsigned.digest());
            return new SignedHeads(service, number, at, heads, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key can't sign", e);
        }
    }

    public boolean isSignedWith(PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(digest());
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private byte[] digest() {
        HashInput input = new HashInput().add(service).add(number).add(signedAt).add(heads.size());
        heads.forEach(head -> input.add(head.subject()).add(head.version()).add(head.hash()));
        return input.sha256();
    }

    public byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values can be written", e);
        }
    }

    /** @throws IOException if it is none */
    public static SignedHeads read(byte[] json) throws IOException {
        return JSON.readValue(json, SignedHeads.class);
    }
}
