package id.sigap.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.SharedInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class KeyCheckTest {

    @Inject
    KeyCheck check;

    @Inject
    MasterKey master;

    @Inject
    KeyedHash hash;

    private static VaultConfig otherKeys() {
        String other = Base64.getEncoder().encodeToString("another key of this many bytes..".getBytes());
        return new SmallRyeConfigBuilder()
                .withMapping(VaultConfig.class)
                .withDefaultValue("sigap.vault.master-key", other)
                .withDefaultValue("sigap.vault.hash-key", other)
                .withDefaultValue("sigap.vault.evidence-directory", "unused")
                .build()
                .getConfigMapping(VaultConfig.class);
    }

    /** Nothing of a trial stays. */
    private List<String> faultsWith(MasterKey master, KeyedHash hash) {
        QuarkusTransaction.begin();
        try {
            return check.faults(master, hash);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void keysThatTheVaultWasBegunWith_areRight() {
        assertThat(faultsWith(master, hash)).isEmpty();
    }

    @Test
    void otherKeys_areNamed_allAtOnce() throws GeneralSecurityException {
        assertThat(faultsWith(new MasterKey(otherKeys()), new KeyedHash(otherKeys())))
                .satisfiesExactly(
                        masterKey -> assertThat(masterKey).startsWith("sigap.vault.master-key is not the key"),
                        hashKey -> assertThat(hashKey).startsWith("sigap.vault.hash-key is not the key"));
    }

    @Test
    void vaultOlderThanTheCheck_isAskedWhetherItsCasesOpen() throws GeneralSecurityException, SQLException {
        // Given
        Citizen.whoReported();
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.createStatement()) {
            statement.execute("delete from vault_key_check");
        }
        // When
        List<String> faults = faultsWith(new MasterKey(otherKeys()), hash);
        // Then
        assertThat(faults).singleElement().asString().startsWith("sigap.vault.master-key is not the key");
        // When
        check.check(null);
        // Then
        assertThat(faultsWith(master, hash)).isEmpty();
    }
}
