package id.sigap.verification.protection;

import id.sigap.events.Msisdn;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers whose block needs a second officer. */
@Startup // a pattern that can't be read stops the service at its start, not at the first decision
@ApplicationScoped
public class ProtectedNumbers {

    private static final Pattern FORM = Pattern.compile("\\+628[0-9]{7,11}|\\+62[0-9]{1,12}\\*");

    /** What policy says where nobody is protected: in production something has to be said. */
    private static final List<String> NOBODY = List.of("none");

    private final List<String> patterns;

    /**
     * @throws IllegalArgumentException if one of the policy's numbers is neither a number nor a prefix
     */
    ProtectedNumbers(ProtectionConfig policy) {
        patterns = policy.protectedNumbers()
                .filter(said -> !said.equals(NOBODY))
                .map(List::copyOf)
                .orElse(List.of());
        patterns.stream().filter(pattern -> !FORM.matcher(pattern).matches()).forEach(pattern -> {
            throw new IllegalArgumentException(
                    "sigap.verification.protected-numbers: " + pattern
                            + " is neither a number such as +628110000099 nor a prefix such as +6281100009*; none, by itself, protects nobody");
        });
    }

    public boolean contains(Msisdn number) {
        return patterns.stream().anyMatch(pattern -> covers(pattern, number.value()));
    }

    private static boolean covers(String pattern, String number) {
        return pattern.endsWith("*")
                ? number.startsWith(pattern.substring(0, pattern.length() - 1))
                : number.equals(pattern);
    }
}
