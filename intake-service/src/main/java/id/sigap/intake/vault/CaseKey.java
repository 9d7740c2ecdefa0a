package id.sigap.intake.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals what belongs to one case. What is sealed is bound to its case and its place in it, so nothing can be moved to another row
 * and still be opened.
 */
public final class CaseKey {

    private static final Configuration TINK;

    static {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            TINK = RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final CaseId caseId;
    private final KeysetHandle fields;
    private final KeysetHandle files;

    private CaseKey(CaseId caseId, KeysetHandle fields, KeysetHandle files) {
        this.caseId = caseId;
        this.fields = fields;
        this.files = files;
    }

    static CaseKey generate(CaseId caseId) {
        try {
            return new CaseKey(
                    caseId,
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK),
                    KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB, TINK));
        } catch (GeneralSecurityException e) {
            throw new VaultFailure("no key could be made", e);
        }
    }

    static CaseKey unwrap(CaseId caseId, WrappedKey wrapped, Aead master) {
        try {
            return new CaseKey(
                    caseId,
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped.fields(), master, about(caseId, "fields"), TINK),
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped.files(), master, about(caseId, "files"), TINK));
        } catch (GeneralSecurityException e) {
            throw new VaultFailure("a case key can't be unwrapped: is this the master key it was wrapped with?", e);
        }
    }

    WrappedKey wrap(Aead master) {
        try {
            return new WrappedKey(
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(fields, master, about(caseId, "fields"), TINK),
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(files, master, about(caseId, "files"), TINK));
        } catch (GeneralSecurityException e) {
            throw new VaultFailure("a case key can't be wrapped", e);
        }
    }

    /** @param place where the text stands in its case, such as {@code narrative} or {@code message/7} */
    public byte[] seal(String place, String text) {
        try {
            return fields.getPrimitive(TINK, Aead.class)
                    .encrypt(text.getBytes(StandardCharsets.UTF_8), about(caseId, place));
        } catch (GeneralSecurityException e) {
            throw new VaultFailure("a field can't be sealed", e);
        }
    }

    /** @throws VaultFailure if it was not sealed with this key for this place */
    public String open(String place, byte[] sealed) {
        try {
            return new String(
                    fields.getPrimitive(TINK, Aead.class).decrypt(sealed, about(caseId, place)),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new VaultFailure("a field can't be opened", e);
        }
    }

    /** What is written to the answer reaches {@code sealed} sealed, in segments of 4 KB. */
    public OutputStream sealing(String place, OutputStream sealed) throws IOException {
        try {
            return files.getPrimitive(TINK, StreamingAead.class).newEncryptingStream(sealed, about(caseId, place));
        } catch (GeneralSecurityException e) {
            throw new VaultFailure("a file can't be sealed", e);
        }
    }

    /** Reading throws IOException where the file was changed. */
    public InputStream opening(String place, InputStream sealed) throws IOException {
        try {
            return files.getPrimitive(TINK, StreamingAead.class).newDecryptingStream(sealed, about(caseId, place));
        } catch (GeneralSecurityException e) {
            throw new VaultFailure("a file can't be opened", e);
        }
    }

    private static byte[] about(CaseId caseId, String place) {
        return (caseId + "/" + place).getBytes(StandardCharsets.UTF_8);
    }

    /** A case key as it is kept: both keysets sealed by the master key. */
    record WrappedKey(byte[] fields, byte[] files) {}
}
