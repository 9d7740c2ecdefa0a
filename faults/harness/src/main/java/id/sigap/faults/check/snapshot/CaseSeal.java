package id.sigap.faults.check.snapshot;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The key of one case (docs/decisions/0009): two Tink keysets, wrapped by the master key, each use bound to {@code <case>/<place>}. */
final class CaseSeal {

    private final String caseId;
    private final Aead fields;
    private final StreamingAead files;

    private CaseSeal(String caseId, Aead fields, StreamingAead files) {
        this.caseId = caseId;
        this.fields = fields;
        this.files = files;
    }

    /** A text under its seal, and where in its case it stands. */
    record Sealed(String place, byte[] bytes) {}

    /** Empty if the key was destroyed or can't be unwrapped. */
    static Optional<CaseSeal> unwrap(Row key, String masterKey) {
        if (!key.has("fields")) {
            return Optional.empty();
        }
        String caseId = key.text("case_id");
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            Configuration tink = RegistryConfiguration.get();
            Aead master = new AesGcmJce(Base64.getDecoder().decode(masterKey));
            KeysetHandle fields = TinkProtoKeysetFormat.parseEncryptedKeyset(
                    key.bytes("fields"), master, bytes(caseId + "/fields"), tink);
            KeysetHandle files = TinkProtoKeysetFormat.parseEncryptedKeyset(
                    key.bytes("files"), master, bytes(caseId + "/files"), tink);
            return Optional.of(new CaseSeal(
                    caseId, fields.getPrimitive(tink, Aead.class), files.getPrimitive(tink, StreamingAead.class)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    Optional<String> open(Sealed sealed) {
        try {
            byte[] text = fields.decrypt(sealed.bytes(), bytes(caseId + "/" + sealed.place()));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    Content open(String place, Path blob) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream sealed = Files.newInputStream(blob);
                    var opened = new DigestInputStream(
                            files.newDecryptingStream(sealed, bytes(caseId + "/" + place)), sha256)) {
                long size = opened.transferTo(OutputStream.nullOutputStream());
                return new Content.Opened(HexFormat.of().formatHex(sha256.digest()), size);
            }
        } catch (GeneralSecurityException | IOException e) {
            return new Content.Unreadable(e.getClass().getSimpleName());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
