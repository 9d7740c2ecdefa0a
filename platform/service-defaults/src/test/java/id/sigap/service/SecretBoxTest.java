package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class SecretBoxTest {

    private static final byte[] TEXT = "Katanya saya menang undian.".getBytes(StandardCharsets.UTF_8);

    @Test
    void whoHasTheSecret_readsItAgain() {
        assertThat(SecretBox.open("secret", "form", SecretBox.seal("secret", "form", TEXT)))
                .hasValue(TEXT);
    }

    @Test
    void anotherSecret_anotherPurpose_orAChangedByte_opensNothing() {
        byte[] sealed = SecretBox.seal("secret", "form", TEXT);
        assertThat(SecretBox.open("another", "form", sealed)).isEmpty();
        assertThat(SecretBox.open("secret", "receipt", sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(SecretBox.open("secret", "form", sealed)).isEmpty();
        assertThat(SecretBox.open("secret", "form", new byte[3])).isEmpty();
    }

    @Test
    void theSameText_isSealedDifferentlyEachTime() {
        assertThat(SecretBox.seal("secret", "form", TEXT)).isNotEqualTo(SecretBox.seal("secret", "form", TEXT));
    }
}
