package id.sigap.verification.protection;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which numbers are protected. */
@ConfigMapping(prefix = "sigap.verification")
interface ProtectionConfig {

    /** Numbers in E.164 form, such as {@code +628110000099}, and prefixes with a star at the end, such as {@code +6281100009*}; {@code none} alone says that there are none. */
    Optional<List<String>> protectedNumbers();
}
