package id.sigap.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import id.sigap.reliable.Ids;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class CaseKeyTest {

    private final CaseId caseId = new CaseId(Ids.next());
    private final CaseKey key = CaseKey.generate(caseId);

    @Test
    void text_isReadBackWhereItWasSealed() {
        // Given
        byte[] sealed = key.seal("narrative", "rahasia 🙂");
        // Then
        assertThat(key.open("narrative", sealed)).isEqualTo("rahasia 🙂");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("rahasia");
    }

    @Test
    void text_movedToAnotherPlace_isNotOpened() {
        // Given
        byte[] sealed = key.seal("message/1", "rahasia");
        // When
        var refused = catchThrowable(() -> key.open("message/2", sealed));
        // Then
        assertThat(refused).isInstanceOf(VaultFailure.class);
    }

    @Test
    void wrappedKey_opensWhatItSealed_butNotForAnotherCase() throws GeneralSecurityException {
        // Given
        Aead master = new AesGcmJce(new byte[32]);
        byte[] sealed = key.seal("narrative", "rahasia");
        // When
        var wrapped = key.wrap(master);
        // Then
        assertThat(CaseKey.unwrap(caseId, wrapped, master).open("narrative", sealed))
                .isEqualTo("rahasia");
        assertThat(catchThrowable(() -> CaseKey.unwrap(new CaseId(Ids.next()), wrapped, master)))
                .isInstanceOf(VaultFailure.class);
    }

    @Test
    void file_thatWasChanged_isNotRead() throws IOException {
        // Given
        var sealed = new ByteArrayOutputStream();
        try (OutputStream out = key.sealing("evidence/1", sealed)) {
            out.write(new byte[100_000]);
        }
        byte[] changed = sealed.toByteArray();
        changed[50_000] ^= 1;
        // When
        var refused = catchThrowable(() -> {
            try (InputStream in = key.opening("evidence/1", new ByteArrayInputStream(changed))) {
                in.readAllBytes();
            }
        });
        // Then
        assertThat(refused).isInstanceOf(IOException.class);
    }

    @Test
    void secret_thatIsNoKey_isRefusedWithoutShowingIt() {
        // When
        var refused = catchThrowable(() -> VaultSecret.read("sigap.vault.master-key", "hunter2"));
        // Then
        assertThat(refused).hasMessageContaining("sigap.vault.master-key").hasMessageNotContaining("hunter2");
    }
}
